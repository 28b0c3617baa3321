import { api, Unwelcome, signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join as joinCommunity, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { FOLLOW_UP_DEFAULTS } from '@gongzhi/shared/resolutions/rule-sets';
import { Person } from './person';
import { startWorld, type World } from './world';

/**
 * A matter on its whole lawful way with no step waived, as one resident lives through it on her phone. What others do
 * comes over the API; days pass by the functions' clock.
 */
const { councils, directory, meetings, procedures, resolutions, votes } = api;
const { communityId } = DEMO;
const NEIGHBOURS = ['n001', 'n002', 'n003', 'n004', 'n005', 'n006', 'n007', 'n008', 'n009'];
const TITLE = '一号楼楼道加装扶手';
jest.setTimeout(240_000);

let world: World;
let author: Person;
let proposalId: string;
let voteId: string;
let taskId: string;
let passed = 0;

/** Whoever acts signs in anew: days may have gone by since. */
const as = (key: string): Promise<Actor> => signIn(world.cloud.url, key, []);
const at = () => ({ communityId, proposalId });
const happen = async () => {
  await world.cloud.idle();
  await world.cloud.tick();
  await world.cloud.idle();
};
const wait = async (ms: number) => {
  passed += ms;
  world.cloud.setAhead(passed);
  await happen();
};
const refusalOf = async (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: unknown) => (error instanceof Unwelcome ? error.body : error),
  );
const way = () => author.go(`/procedures/way/index?communityId=${communityId}&proposalId=${proposalId}`);
const openVote = async () =>
  (await as('chair')).act(votes.openVote, {
    ...at(),
    question: '是否同意加装扶手',
    resolution: '同意加装扶手，一个月内完成。',
    closesAt: new Date(Date.now() + passed + 2 * DAY).toISOString(),
  });

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 16);
  for (const key of ['author', 'member', ...NEIGHBOURS])
    await joinCommunity(url, PEOPLE.find((one) => one.key === key) ?? PEOPLE[0]!);
  const chair = await joinCommunity(url, PEOPLE.find(({ key }) => key === 'chair') ?? PEOPLE[0]!);
  const member = await as('member');
  await office.act(directory.grantRole, { communityId, personId: chair.personId, role: 'chair' });
  await office.act(directory.grantRole, { communityId, personId: member.personId, role: 'councilMember' });
  const times = { ...FOLLOW_UP_DEFAULTS, reviewAfterMinutes: 0 };
  await office.act(resolutions.changeFollowUp, { communityId, ...times });
  author = new Person(await world.phone(), url, 'author');
  await author.signIn(false);
});
afterAll(() => world?.stop());

describe('a matter on its lawful way', () => {
  it('征集: she proposes it; neighbours support it', async () => {
    await author.go(`/councils/write/index?communityId=${communityId}`);
    await author.fill('标题', TITLE);
    await author.fill('理由和现状', '楼里住着二十多位老人，楼道没有扶手。');
    await author.fill('建议标题', '每层加装扶手');
    await author.fill('建议内容', '在楼梯内侧加装扶手。');
    await author.tap('提交提议');
    await author.sees(/提出提案/);
    proposalId = /proposalId=([0-9A-Z]{26})/.exec(author.page.url())?.[1] ?? '';
    for (const key of NEIGHBOURS.slice(0, 4)) await (await as(key)).act(councils.supportProposal, at());
    await happen();
    expect(await refusalOf(openVote())).toMatchObject({ refused: 'STEP_BLOCKED', facts: { step: '协商会议' } });
    await way();
    await author.sees(/下一步/);
    await author.sees(/协商会议/);
  });

  it('协商: a meeting with its quorum deals with it', async () => {
    const { meetingId } = await (
      await as('chair')
    ).act(meetings.callMeeting, {
      communityId,
      kind: 'council',
      place: '社区活动室',
      startsAt: new Date(Date.now() + passed + 20 * MINUTE).toISOString(),
      minutes: 30,
      agenda: [{ proposalId, minutes: 30 }],
    });
    await happen();
    await author.go('/notices/inbox/index');
    await author.sees(/要开会商议/);
    await wait(20 * MINUTE);
    const [chair, member] = [await as('chair'), await as('member')];
    const here = { communityId, meetingId };
    await chair.act(meetings.openDoors, here);
    const { text: code } = await chair.act(meetings.readCode, here);
    for (const one of [chair, member]) await one.act(meetings.arrive, { ...here, code });
    await chair.act(meetings.startMeeting, here);
    await chair.act(meetings.openItem, { ...here, n: 1 });
    await chair.act(meetings.closeItem, here);
    await chair.act(meetings.endMeeting, here);
    await happen();
    expect(await refusalOf(openVote())).toMatchObject({ refused: 'STEP_BLOCKED', facts: { step: '公示' } });
    await way();
    await author.page.reload();
    await author.sees(/发布公示/);
  });

  it('公示: it hangs out for three working days, and her objection must be answered', async () => {
    const worker = await as('worker');
    const text = '每层楼梯内侧加装扶手，费用从公共收益里出。';
    await worker.act(procedures.publishNotice, { ...at(), gateId: 'publicity', text });
    await happen();
    await way();
    await author.page.reload();
    await author.tap('我有异议');
    await author.fill('异议', '扶手会不会挡住消防通道？');
    await author.tap('提交异议');
    await author.sees('等待答复');
    await wait(8 * DAY);
    expect(await refusalOf(openVote())).toMatchObject({ refused: 'STEP_BLOCKED', facts: { step: '答复异议' } });
    const { items } = await (await as('worker')).act(procedures.listObjections, at());
    const [{ objectionId } = { objectionId: '' }] = items;
    const answer = { ...at(), objectionId, answer: '已经量过，宽度符合要求。' };
    await (await as('worker')).act(procedures.answerObjection, answer);
    await happen();
    await author.page.reload();
    await author.sees(/已经量过/);
  });

  it('表决: she votes on her phone, and the count is published', async () => {
    ({ voteId } = await openVote());
    await happen();
    await author.go('/notices/inbox/index');
    await author.page.reload();
    await author.tap(/表决开始了/);
    await author.tap('赞成');
    await author.tap('确认投“赞成”票');
    await author.sees(/您已于.*投出：赞成/);
    for (const key of NEIGHBOURS) await (await as(key)).act(votes.castVote, { communityId, voteId, choice: 'for' });
    await wait(2 * DAY + MINUTE);
    await author.page.reload();
    await author.sees('表决结果');
    await author.sees('通过');
  });

  it('结果公示: nothing is carried out before it has hung out', async () => {
    const task = {
      ...{ ...at(), title: '装扶手', what: '每层楼梯内侧加装扶手。', listRef: 'assist' as const },
      ...{ owner: { outside: '物业公司' }, due: { workingDays: 10 } },
    };
    expect(await refusalOf((await as('worker')).act(resolutions.addTask, task))).toMatchObject({
      ...{ refused: 'STEP_BLOCKED', facts: { step: '结果公示' } },
    });
    await wait(8 * DAY);
    ({ taskId } = await (await as('worker')).act(resolutions.addTask, task));
    await (await as('worker')).act(resolutions.progressTask, { ...at(), taskId, state: 'done', note: '六层都装好了' });
    await happen();
  });

  it('执行: she is asked and accepts the result', async () => {
    await author.go('/notices/inbox/index');
    await author.page.reload();
    await author.tap(/任务报完成了/);
    await author.sees('这项结果，您验收吗？');
    await author.tap('验收');
    await author.sees('已验收');
    await happen();
    await happen();
  });

  it('评议: she says whether it helped; the way is at its end and its chain stands on one page', async () => {
    await author.go(`/resolutions/chain/index?communityId=${communityId}&proposalId=${proposalId}`);
    await author.page.reload();
    await author.tap('有帮助');
    await author.tap('提交评议');
    await author.sees('您的评议：有帮助。');
    await wait(15 * DAY);
    await way();
    await author.page.reload();
    await author.sees(/评议/);
    const { nextStep, stages } = await (await as('author')).act(procedures.readWay, at());
    expect({ nextStep, states: stages.map(({ state }) => state) }).toEqual({
      nextStep: undefined,
      states: stages.map(() => 'done'),
    });
    await author.shoot('lawful way at its end');
    await author.go(`/resolutions/chain/index?communityId=${communityId}&proposalId=${proposalId}`);
    await author.page.reload();
    for (const words of ['附议', '走过的程序', '表决', '决议', '任务和验收', '评议']) await author.sees(words);
    await author.sees(/会上议过/);
    await author.shoot('lawful chain');
  });
});
