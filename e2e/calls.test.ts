import type { Actor } from '@gongzhi/local/demo/api';
import { send, signIn } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteSecretary, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { calls } from '@gongzhi/shared/calls/contract';
import { identity } from '@gongzhi/shared/identity/contract';
import { WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { party } from '@gongzhi/shared/party/contract';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId, streetId } = DEMO;
const streetPath = `/calls/street/index?streetId=${streetId}`;
jest.setTimeout(600_000);

let world: World;
let office: Actor;
let secretary: Actor;
let branchId: string;
/** A call that is over, and one for which the secretary’s phone shows the board. */
let callId: string;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/calls/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const iso = (at: number) => new Date(at).toISOString();

/** Somebody of the roll whose report-in counts. */
const reportIn = async (key: string, skills: string[]) => {
  const { url } = world.cloud;
  const actor = await join(url, demo(key));
  const { version, hash } = await send(url, identity.readNotice, { purpose: 'party' });
  await actor.act(identity.giveConsent, { purpose: 'party', version, hash });
  await actor.act(party.reportIn, { communityId, kind: 'branch', branchId, displayName: demo(key).name, skills });
  await secretary.act(party.confirmOrganisation, { communityId, personId: actor.personId, by: 'app' });
  await office.act(party.confirmCommunity, { communityId, personId: actor.personId });
  return actor;
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const supervisor = await openPlaces(url, openingKey);
  office = await inviteWorker(url, supervisor);
  secretary = await inviteSecretary(url, supervisor);
  await importRoll(office, 24);
  const founded = await office.act(party.addBranch, {
    communityId,
    name: '小营巷第一支部',
    secretaryId: secretary.personId,
  });
  branchId = founded.branchId;
  for (const [key, skill] of [
    ['n001', 'repair'],
    ['n002', 'medical'],
    ['n003', 'driving'],
  ] as const)
    await reportIn(key, [skill]);
  await join(url, demo('author'));
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);
const codeNow = async () => {
  const desk = await office.act(calls.readDesk, { communityId, activityId: callId, shiftId: callId });
  const code = desk.codes[Math.floor(Date.now() / WINDOW_MS) - desk.firstWindow] ?? '';
  return code.slice(-6);
};

test('a worker calls; members are told, answer in one tap, arrive; the board follows, and names stay with whoever may read them', async () => {
  const worker = await phone('worker');
  await worker.go(path('list'));
  await worker.sees(/还没有应急召集/);
  await worker.tap('发起应急召集');
  await worker.fill('要做什么', '搬沙袋挡车库');
  await worker.fill('说明', '地下车库要进水了，请带手套来搬沙袋。');
  await worker.fill('集合地点', '1 号楼前');
  await worker.fill('要多少人', '2');
  await worker.sees(/会通知全社区报到党员，每人一次/);
  await worker.shoot('calls-open-filled');
  await worker.tap('马上召集');
  await worker.sees('召集看板');
  await worker.sees('3 人');
  callId = new URLSearchParams(worker.page.url().split('?')[1]).get('callId') ?? '';

  const first = await phone('n001');
  await world.cloud.idle();
  await first.go('/notices/inbox/index');
  await first.sees(/应急召集：请您现在就回复/);
  await first.tap(/应急召集：请您现在就回复/);
  await first.sees('地下车库要进水了，请带手套来搬沙袋。');
  await first.shoot('calls-asked');
  await first.tap('我能来');
  await first.sees(/已回复能来/);
  const second = await phone('n002');
  await second.go(path('mine'));
  await second.sees('搬沙袋挡车库');
  await second.shoot('calls-mine-asked');
  await second.tap('来不了');
  await second.sees(/已回复来不了/);
  await worker.sees('2 人中 1 人能来');

  await first.tap('扫码签到');
  await first.fill('6 位签到码', await codeNow());
  await first.tap('用输入的码');
  await first.sees(/已签到（/);
  // the list follows the numbers by itself
  await worker.sees(/已签到$/);
  await worker.shoot('calls-board');

  const branch = await phone('secretary');
  await branch.go(path('board', { callId }));
  await branch.tap('看姓名和回复');
  await branch.sees(demo('n003').name);
  await branch.shoot('calls-branch');
  const other = await phone('author');
  await other.go(path('call', { callId }));
  await other.sees(/没有找到这项内容/);
  await Promise.all([worker, first, second, branch, other].map(({ page }) => page.close()));
});

test('what was called off is told to those coming, with why', async () => {
  const soon = Date.now() + 120 * MINUTE;
  const plan = {
    ...{ cause: 'snow' as const, title: '扫雪', about: '把路扫出来。', place: '南门', needed: 3 },
    ...{ startsAt: iso(soon), endsAt: iso(soon + 60 * MINUTE), skills: [], buildings: [] },
  };
  const { callId: snow } = await office.act(calls.openCall, { communityId, plan });
  const [worker, member] = [await phone('worker'), await phone('n003')];
  await member.go(path('mine'));
  await member.sees('扫雪');
  // the other call waits for an answer on the same page
  await member.go(path('call', { callId: snow }));
  await member.tap('我能来');
  await member.sees(/已回复能来/);
  await worker.go(path('board', { callId: snow }));
  await worker.tap('取消召集');
  await worker.fill('取消的原因', '雪停了');
  await worker.tap('确认取消');
  await worker.sees('原因：雪停了');
  await world.cloud.idle();
  await member.go('/notices/inbox/index');
  await member.sees(/应急召集取消了/);
  await Promise.all([worker, member].map(({ page }) => page.close()));
});

test('who takes the consent back gives the place back; the street’s supervisor reads numbers of three and more, and nobody', async () => {
  const soon = Date.now() + 120 * MINUTE;
  const plan = {
    ...{ cause: 'outage' as const, title: '送水上门', about: '给停水的老人送水。', place: '水站', needed: 1 },
    ...{ startsAt: iso(soon), endsAt: iso(soon + 60 * MINUTE), skills: [], buildings: [] },
  };
  const { callId: water } = await office.act(calls.openCall, { communityId, plan });
  await world.cloud.idle();
  const leaving = await signIn(world.cloud.url, 'n002');
  await leaving.act(calls.answerCall, { communityId, callId: water, says: 'coming' });
  const [street, worker] = [await phone('supervisor'), await phone('worker')];
  await street.go(streetPath);
  await street.sees('送水上门');
  await street.sees('有的回复不到 3 人，不分开显示。');
  for (const key of ['n001', 'n002', 'n003']) expect(await street.page.getByText(demo(key).name).count()).toBe(0);
  await leaving.act(identity.withdrawConsent, { purpose: 'party' });
  await world.cloud.idle();
  await worker.go(path('board', { callId: water }));
  await worker.sees('1 人中 0 人能来');
  await Promise.all([street, worker].map(({ page }) => page.close()));
});

test.each(LOOKS)('the pages of urgent calls fit, can be hit and are read aloud at %s', async (name, look, elder) => {
  const member = await looked('n003', look);
  const [worker, street] = [await looked('worker', look), await looked('supervisor', look)];
  const pages: [Person, Record<string, string>][] = [
    [member, { mine: path('mine'), call: path('call', { callId }) }],
    [street, { street: streetPath }],
    [worker, { list: path('list'), open: path('open'), board: path('board', { callId }) }],
  ];
  expect(await lookAt(pages, { slice: 'calls', name, elder })).toEqual({});
});
