import { signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Input } from '@gongzhi/shared/kernel/contract';
import { WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { notices } from '@gongzhi/shared/notices/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(240_000);

/** What an organiser and a worker do besides publishing: on the spot, on paper, for those who forgot, and with a reason. */
let world: World;
let office: Actor;
let organiser: Actor;
/** Begins in twenty minutes and lasts an hour. */
let shift: { activityId: string; shiftId: string };
/** Tomorrow; of the same activity. */
let next: string;
let startsAt: number;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/volunteering/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const iso = (at: number) => new Date(at).toISOString();
const PLAN: Input<typeof volunteering.planActivity> = {
  communityId,
  ...{ title: '周六义务理发', by: { kind: 'residents', name: '一号楼邻居' }, kind: 'elderly', skills: ['理发'] },
  ...{ about: '给行动不便的老人上门理发。', place: '社区活动室门口', minors: true, risky: false },
};
const plan = async (more: object = {}) => {
  const { activityId } = await organiser.act(volunteering.planActivity, { ...PLAN, ...more });
  return activityId;
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 24);
  organiser = await join(url, demo('author'));
  const [first, second, later, child] = [
    ...[await join(url, demo('n001')), await join(url, demo('n002'))],
    ...[await join(url, demo('n003')), await join(url, demo('spouse'))],
  ];
  await join(url, demo('member'));
  const activityId = await plan();
  startsAt = Math.ceil(Date.now() / MINUTE) * MINUTE + 20 * MINUTE;
  const times = [startsAt, startsAt + DAY].map((at) => ({
    startsAt: iso(at),
    endsAt: iso(at + 60 * MINUTE),
    slots: 8,
  }));
  const { shiftIds } = await organiser.act(volunteering.addShifts, { communityId, activityId, shifts: times });
  shift = { activityId, shiftId: shiftIds[0] ?? '' };
  next = shiftIds[1] ?? '';
  await office.act(volunteering.publishActivity, { communityId, activityId });
  for (const one of [first, second]) await one?.act(volunteering.signUp, { communityId, ...shift });
  await later?.act(volunteering.signUp, { communityId, activityId, shiftId: next });
  await child?.act(volunteering.signUp, { communityId, ...shift, minor: true });
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const clockTo = (at: number) => world.cloud.setAhead(at - Date.now());
/** A wheel of the browser's picker cannot be turned by words; the rest of the way is the page's own. */
const pick = (person: Person, row: RegExp, value: string) =>
  person.page
    .locator('taro-picker-core', { hasText: row })
    .filter({ visible: true })
    .last()
    .evaluate((picker, to) => picker.dispatchEvent(new CustomEvent('change', { detail: { value: to } })), value);

test('whoever came without signing up is registered by the organiser; a guardian’s paper is noted; who forgot to leave is settled', async () => {
  clockTo(startsAt + 5 * MINUTE);
  const { url } = world.cloud;
  // a token lasts a quarter of an hour
  organiser = await signIn(url, 'author');
  const { firstWindow, codes } = await organiser.act(volunteering.readDesk, { communityId, ...shift });
  const window = Math.floor((startsAt + 5 * MINUTE) / WINDOW_MS);
  const code = `GZ1.${window.toString(36)}.${(codes[window - firstWindow] ?? '').slice(0, -6)}`;
  for (const key of ['n001', 'n002'])
    await (await signIn(url, key)).act(volunteering.checkIn, { communityId, ...shift, code });

  const [board, stranger] = [await phone('author'), await phone('member')];
  // the phone's own clock is 25 minutes slow: the page goes by the server's
  await stranger.go(path('activity', { activityId: shift.activityId }));
  await stranger.tap('我在现场，扫码登记');
  await stranger.tap('扫不了？出示我的服务码');
  await stranger.sees('我的服务码');
  const own = (await stranger.page.locator('.sheet .mono').textContent()) ?? '';
  await board.go(path('board', shift));
  await board.sees('3 人中 2 人已到');
  await board.tap('扫志愿者的码');
  await board.fill('码下面的字', own);
  await board.tap('用输入的码');
  await board.sees('还没有报名');
  await board.shoot('organiser-stranger');
  await board.tap('登记并签到');
  await board.sees('已签到。');
  await board.tap('返回');
  await board.sees('4 人中 3 人已到');

  await board.tap(new RegExp(`^${demo('spouse').name}`));
  await board.sees('还没有签到');
  await board.tap('收到监护人的纸质同意书');
  await board.sees(/已记下纸质同意书/);
  await board.shoot('organiser-paper');
  await board.tap('返回');

  clockTo(startsAt + 70 * MINUTE);
  await board.go('/tabs/service/index');
  await board.sees('找志愿活动');
  await board.go(path('board', shift));
  await board.sees(/等您结算 3 人/);
  await board.shoot('organiser-settle');
  await board.tap('忘了签退的 3 人，都按班次结束时间结算');
  await board.sees('3 人已结算。');
  await board.sees(/已离场 3 人/);
  clockTo(Date.now());
  await Promise.all([board, stranger].map(({ page }) => page.close()));
});

test('a shift is moved, and those signed up are told', async () => {
  const [leads, serves] = [await phone('author'), await phone('n003')];
  await leads.go(path('shifts', { activityId: shift.activityId }));
  await leads.tap(/已报名 1 人$/);
  await pick(leads, /几点开始/, '06:30');
  await pick(leads, /几点结束/, '07:30');
  await leads.shoot('organiser-move');
  await leads.tap('保存并通知');
  await leads.sees(/已更改，会通知报名的人/);
  const told = await signIn(world.cloud.url, 'n003');
  for (let looks = 0; looks < 100; looks += 1) {
    if ((await told.act(notices.listInbox, {})).items.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await serves.go('/notices/inbox/index');
  await serves.sees(/上午6点30分/);
  await serves.shoot('organiser-moved-told');
  await Promise.all([leads, serves].map(({ page }) => page.close()));
});

test('an activity is declined with a reason that its organiser reads', async () => {
  organiser = await signIn(world.cloud.url, 'author');
  await plan({ title: '夜间巡逻' });
  const [works, leads] = [await phone('worker'), await phone('author')];
  await works.go(path('approve'));
  await works.sees('夜间巡逻');
  await works.tap('不发布');
  await works.fill('原因', '请先和物业商量，再发起。');
  await works.shoot('organiser-decline');
  await works.tap('不发布');
  await works.sees('已告诉发起人。');
  await leads.go(path('organised'));
  await leads.sees('原因：请先和物业商量，再发起。');
  await leads.shoot('organiser-declined');

  await Promise.all([works, leads].map(({ page }) => page.close()));
});

test('a request the check was not sure of is kept while it is written, and shown once a worker has read it', async () => {
  const [works, asks, neighbour] = [await phone('worker'), await phone('n002'), await phone('n003')];
  await asks.go(path('ask-help'));
  await asks.tap('我要求助');
  await asks.fill('需要什么帮助', '搬一张旧桌子');
  await asks.fill('说明', '测试复核词，周末都在家。');
  // the app is closed before it is sent: what was written is still there
  await asks.page.reload();
  await asks.tap('我要求助');
  await asks.shoot('organiser-draft-kept');
  expect(await asks.page.locator('.sheet input').first().inputValue()).toBe('搬一张旧桌子');
  await asks.tap('发出求助');
  await asks.sees(/社区工作者看过以后/);
  await neighbour.go(path('ask-help'));
  await neighbour.sees(/还没有人求助/);
  await works.go(path('ask-help'));
  await works.sees('等社区看过');
  await works.tap('让邻居看到');
  await works.sees('邻居能看到了。');
  await neighbour.page.reload();
  await neighbour.sees('搬一张旧桌子');
  await asks.tap('我要求助');
  expect(await asks.page.locator('.sheet input').first().inputValue()).toBe('');
  await Promise.all([works, asks, neighbour].map(({ page }) => page.close()));
});

test('one finds what needs one’s own skills, and a place taken in a browser stands right on the map', async () => {
  const me = await signIn(world.cloud.url, 'n001');
  for (const skill of ['haircut', 'photo'] as const) await me.act(exchange.addSkill, { communityId, skill });
  const [finds, writes] = [await phone('n001'), await phone('author')];
  await finds.go(path('find'));
  await finds.tap(/我会什么/);
  await finds.shoot('organiser-skills');
  await finds.tap(/^我填过的技能/);
  await finds.sees('周六义务理发');
  await finds.sees('理发、摄影写作');

  await writes.page.context().grantPermissions(['geolocation']);
  await writes.page.context().setGeolocation({ latitude: 30.2741, longitude: 120.1551, accuracy: 10 });
  await writes.go(path('write'));
  await writes.fill('活动名称', '清洗楼道扶手');
  await writes.fill('活动说明', '周末一起擦干净。');
  await writes.fill('集合地点', '一号楼门口');
  await writes.tap('我就在集合地点');
  await writes.sees(/已记下集合地点/);
  await writes.page.reload();
  await writes.sees('上次没写完的内容还在。写的时候会自动保存在这部手机上。');
  await writes.shoot('organiser-plan-kept');
  await writes.tap('提交社区审核');
  await writes.sees(/社区发布以后，大家才能看到/);
  organiser = await signIn(world.cloud.url, 'author');
  const { items } = await organiser.act(volunteering.listOrganised, { communityId });
  const { spot } = items.find(({ title }) => title === '清洗楼道扶手') ?? {};
  // Hangzhou's maps are shifted by about 270 m to the south and 470 m to the east
  expect(Math.round((spot?.lat ?? 0) / 1e3)).toBe(30_272);
  expect(Math.round((spot?.lng ?? 0) / 1e3)).toBe(120_160);
  await writes.go(path('write'));
  await writes.sees('谁主办');
  expect(
    await writes.page
      .getByText(/上次没写完/)
      .filter({ visible: true })
      .count(),
  ).toBe(0);
  await Promise.all([finds, writes].map(({ page }) => page.close()));
});
