import { api, signIn } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { realProposal } from '@gongzhi/local/demo/seed-council';
import { goStraight } from '@gongzhi/local/demo/straight-way';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { councils, directory } = api;
const { communityId } = DEMO;

jest.setTimeout(240_000);

let world: World;
const paths: Record<string, Record<string, string>> = { author: {}, worker: {}, chair: {} };

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const supervisor = await openPlaces(url, openingKey);
  const worker = await inviteWorker(url, supervisor);
  await importRoll(worker, 180);
  const people = PEOPLE.filter(({ key }) => ['author', 'chair'].includes(key) || /^n00\d$/.test(key));
  const [author, chair, ...neighbours] = await Promise.all(people.map((person) => join(url, person)));
  await worker.act(directory.grantRole, { communityId, personId: chair!.personId, role: 'chair' });
  await goStraight(chair!);
  const proposalId = await realProposal({ author: author!, chair: chair!, neighbours });
  const { voteId } = await author!.act(councils.readProposal, { communityId, proposalId });
  const text = {
    title: '加装电梯',
    grounds: '老人上下楼不便。',
    recommendations: [{ title: '加装', body: '加装一部电梯。' }],
  };
  const { id: otherId } = await author!.act(councils.fileProposal, { communityId, ...text });
  for (const one of neighbours.slice(0, 4))
    await one.act(councils.supportProposal, { communityId, proposalId: otherId });
  const doors = await worker.act(directory.listDoors, { communityId, building: '1号楼' });
  const unitId = doors.items.find(({ room }) => room === '402')?.householdId ?? '';
  const guest = await signIn(url, 'guest');
  await guest.act(directory.askToJoin, {
    communityId,
    displayName: '孙磊',
    building: '2号楼',
    unit: '1单元',
    room: '301',
  });
  const at = `communityId=${communityId}`;
  paths['author'] = {
    home: '/tabs/home/index',
    councils: '/tabs/councils/index',
    service: '/tabs/service/index',
    me: '/tabs/me/index',
    proposal: `/councils/proposal/index?${at}&proposalId=${proposalId}`,
    discussion: `/councils/discussion/index?${at}&proposalId=${proposalId}`,
    vote: `/votes/vote/index?${at}&voteId=${voteId}`,
    write: `/councils/write/index?${at}`,
    say: `/opinions/say/index?${at}&proposalId=${proposalId}`,
    picture: `/opinions/picture/index?${at}&proposalId=${proposalId}`,
    consents: '/identity/consents/index',
    chain: `/resolutions/chain/index?${at}&proposalId=${proposalId}`,
    resolutions: `/resolutions/list/index?${at}`,
    'follow-up': `/resolutions/follow-up/index?${at}`,
    tasks: `/resolutions/worklist/index?${at}`,
    inbox: '/notices/inbox/index',
    meetings: `/meetings/list/index?${at}`,
    way: `/procedures/way/index?${at}&proposalId=${proposalId}`,
    affairs: `/procedures/affairs/index?${at}`,
    rules: `/procedures/rules/index?${at}`,
    'vote-rules': `/votes/rules/index?${at}`,
    receipt: `/votes/receipt/index?${at}&voteId=${voteId}`,
    receipts: `/votes/receipt/index`,
    confirm: `/votes/confirm/index?${at}&voteId=${voteId}`,
  };
  paths['chair'] = {
    codes: `/votes/codes/index?${at}&voteId=${voteId}`,
    'open-vote': `/votes/open-vote/index?${at}&proposalId=${otherId}`,
  };
  paths['worker'] = {
    statements: `/opinions/reviews/index?${at}`,
    regroup: `/councils/regroup/index?${at}&proposalId=${proposalId}`,
    workbench: '/tabs/home/index',
    choose: `/procedures/affairs/index?${at}&proposalId=${proposalId}`,
    'add-task': `/resolutions/add-task/index?${at}&proposalId=${proposalId}`,
    roll: `/directory/roll/index?${at}`,
    requests: `/directory/requests/index?${at}`,
    members: `/directory/members/index?${at}`,
    owners: `/directory/owners/index?${at}`,
    'owners-import': `/directory/owners-import/index?${at}`,
    entries: `/votes/entries/index?${at}&voteId=${voteId}`,
    unit: `/votes/unit/index?${at}&voteId=${voteId}&unitId=${unitId}`,
    assist: `/votes/assist/index?${at}&voteId=${voteId}&unitId=${unitId}`,
    reviews: `/councils/reviews/index?${at}`,
  };
});
afterAll(() => world?.stop());

const looked = phonesToLookWith(async (key) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
});

describe.each([...LOOKS, ['elder mode at 320 px with text at 1.5', { width: 320, text: 1.5 }, true] as const])(
  'at %s',
  (name, look, elder) => {
    it.each(['author', 'worker', 'chair'])('every page of %s fits, can be hit and is read aloud', async (who) => {
      const person = await looked(who, look);
      expect(await lookAt([[person, paths[who] ?? {}]], { slice: who, name, elder })).toEqual({});
    });
  },
);
