import type { Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteSecretary, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { party } from '@gongzhi/shared/party/contract';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId, streetId } = DEMO;
jest.setTimeout(240_000);

let world: World;
let office: Actor;
let secretary: Actor;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string) => `/party/${page}/index?communityId=${communityId}`;

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const supervisor = await openPlaces(url, openingKey);
  office = await inviteWorker(url, supervisor);
  secretary = await inviteSecretary(url, supervisor);
  await importRoll(office, 24);
  await join(url, demo('author'));
  const plan = { name: '小营巷第一党支部', secretaryId: secretary.personId };
  await office.act(party.addBranch, { communityId, ...plan });
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);

test('a member agrees, reports in, is confirmed by the branch and the community, and sees who looked', async () => {
  const [me, branch, works] = await Promise.all([phone('author'), phone('secretary'), phone('worker')]);
  await me.go(path('mine'));
  await me.tap('报到');
  await me.sees(/是不是党员可能影响别人怎样看您/);
  await me.tap('同意，继续报到');
  await me.tap(/社区支部党员/);
  await me.tap('小营巷第一党支部');
  await me.tap('水电维修');
  await me.shoot('party-report-filled');
  await me.tap('交报到单');
  await me.sees(/还等支部书记和社区确认/);
  await branch.go(path('branch'));
  await branch.tap('确认王秀兰是本支部党员');
  await branch.sees(/社区确认：还没有/);
  await works.go(path('waiting'));
  await works.tap('社区确认王秀兰');
  await works.sees(/没有等确认的报到/);
  await me.go(path('access'));
  await me.sees(/支部书记.*看了支部名单/);
  await me.sees(/社区工作者.*看了待确认的报到/);
  await me.go(path('seen'));
  await me.tap('公开我的称呼');
  await me.sees(/名单里有“王秀兰”这个称呼/);
  await me.go('/identity/consents/index');
  await me.sees('党员到社区报到');
  await Promise.all([me, branch, works].map(({ page }) => page.close()));
});

test.each(LOOKS)('the pages of reporting in fit, can be hit and are read aloud at %s', async (name, look, elder) => {
  const [me, branch, works, street] = await Promise.all(
    ['author', 'secretary', 'worker', 'supervisor'].map((key) => looked(key, look)),
  );
  const of = (...pages: string[]) => Object.fromEntries(pages.map((page) => [page, path(page)]));
  const pages: [Person, Record<string, string>][] = [
    [me!, { ...of('mine', 'report', 'seen', 'access', 'open'), service: '/tabs/service/index' }],
    [branch!, of('branch')],
    [works!, of('waiting', 'branches')],
    [street!, { street: `/party/street/index?streetId=${streetId}` }],
  ];
  expect(await lookAt(pages, { slice: 'party', name, elder })).toEqual({});
});
