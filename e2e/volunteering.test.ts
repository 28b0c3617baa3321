import type { Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(240_000);

let world: World;
let office: Actor;
let organiser: Actor;
const volunteers: Actor[] = [];
/** A shift that begins in twenty minutes and lasts an hour: one may check in, not yet out. */
let shift: { activityId: string; shiftId: string };
let desk: Output<typeof volunteering.readDesk>;
/** Tomorrow, risky and full: one waits. */
let later: string;
let startsAt: number;
let ahead = 0;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/volunteering/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const iso = (at: number) => new Date(at).toISOString();

const PLAN = {
  title: '周六义务理发',
  by: { kind: 'residents', name: '一号楼邻居' },
  kind: 'elderly',
  about: '给行动不便的老人上门理发。\n会理发的邻居带上工具，不会的可以帮忙打扫。',
  place: '社区活动室门口',
  skills: ['理发'],
  bring: '围布和剪刀',
  minors: true,
  risk: '剪刀锋利，请小心使用，照看好身边的老人和孩子。',
  risky: false,
} as const;
const INSURED = { insurer: '人保财险', policy: 'PZ-2026-001', until: '2099-12-31' };
const plan = async (more: object, times: { startsAt: string; endsAt: string; slots: number }[], publish = true) => {
  const { activityId } = await organiser.act(volunteering.planActivity, {
    ...{ communityId, ...PLAN, skills: [...PLAN.skills] },
    ...more,
  });
  const { shiftIds } = await organiser.act(volunteering.addShifts, { communityId, activityId, shifts: times });
  if (publish) await office.act(volunteering.publishActivity, { communityId, activityId });
  return { activityId, shiftId: shiftIds[0] ?? '' };
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 24);
  organiser = await join(url, demo('author'));
  for (const key of ['n001', 'n002', 'n003']) volunteers.push(await join(url, demo(key)));
  for (const key of ['spouse', 'member']) await join(url, demo(key));
  startsAt = Math.ceil(Date.now() / MINUTE) * MINUTE + 20 * MINUTE;
  shift = await plan({}, [{ startsAt: iso(startsAt), endsAt: iso(startsAt + 60 * MINUTE), slots: 10 }]);
  const tomorrow = startsAt + DAY;
  const next = await plan({ title: '交通文明引导', place: '校门口', risky: true, insurance: INSURED }, [
    { startsAt: iso(tomorrow), endsAt: iso(tomorrow + 90 * MINUTE), slots: 1 },
  ]);
  later = next.activityId;
  for (const one of volunteers.slice(1)) await one.act(volunteering.signUp, { communityId, ...next, riskRead: true });
  for (const one of volunteers) await one.act(volunteering.signUp, { communityId, ...shift, riskRead: true });
  desk = await organiser.act(volunteering.readDesk, { communityId, ...shift });
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);
/** What the organiser's phone shows now, by the server's clock. */
const codeNow = () => {
  const { firstWindow, codes } = desk;
  const window = Math.floor((Date.now() + ahead) / WINDOW_MS);
  const code = codes[window - firstWindow] ?? '';
  return { digits: code.slice(-6), text: `GZ1.${window.toString(36)}.${code.slice(0, -6)}` };
};
const check = async (person: Person, label: '扫码签到' | '扫码签退', code: string) => {
  await person.tap(label);
  await person.fill('6 位签到码', code);
  await person.tap('用输入的码');
};
const clockTo = (at: number) => {
  ahead = at - Date.now();
  world.cloud.setAhead(ahead);
};

test('an activity is written, published, found without signing in, and signed up for', async () => {
  const [writer, worker] = await Promise.all([phone('author'), phone('worker')]);
  await writer.go(path('organised'));
  await writer.tap('发起活动');
  await writer.fill('活动名称', '清洗楼道扶手');
  await writer.fill('活动说明', '周末一起把一号楼的扶手擦干净。');
  await writer.fill('集合地点', '一号楼门口');
  await writer.tap('每周');
  await writer.fill('一共几次', '2');
  await writer.sees('会排这些班次');
  await writer.tap('提交社区审核');
  await writer.sees(/社区发布以后，大家才能看到和报名/);
  await writer.shoot('volunteering-proposed');
  await worker.go(path('approve'));
  await worker.sees('清洗楼道扶手');
  await worker.tap('发布');
  await worker.sees('没有等待审核的。');
  const visitor = new Person(await world.phone(), world.cloud.url, 'n001');
  await visitor.go('/volunteering/find/index');
  await visitor.tap(/选择小营巷/);
  await visitor.sees('清洗楼道扶手');
  await visitor.sees(/后面还有 1 个班次/);
  await visitor.tap(/清洗楼道扶手/);
  await visitor.sees('登录后报名');
  const member = await phone('n001');
  await member.go(path('find'));
  await member.tap(/哪一类服务/);
  await member.tap('环境卫生');
  await member.tap(/清洗楼道扶手/);
  await member.tap('报名');
  await member.sees('年满 18 周岁才能参加。');
  await member.shoot('volunteering-sign-up');
  await member.tap('确认报名');
  await member.sees(/已报名。到时在/);
  await member.tap('退出这个班次');
  await member.tap('退出');
  await member.sees(/已退出/);
  await writer.tap(/^排班/);
  await writer.tap(/要 10 人，已报名 0 人$/);
  await writer.tap('取消这个班次');
  await writer.fill('取消的原因', '下雨');
  await writer.tap('取消班次');
  await writer.sees(/已取消，会通知报名的人/);
  await writer.sees(/已取消 ·/);
  await Promise.all([writer, worker, visitor, member].map(({ page }) => page.close()));
});

test('somebody under age comes when an adult of the household agrees', async () => {
  const [child, adult] = await Promise.all([phone('spouse'), phone('author')]);
  await child.go(path('activity', shift));
  await child.tap('报名');
  await child.tap('未满 18 周岁');
  await child.shoot('volunteering-minor');
  await child.tap('我已看过风险提示，确认报名');
  await child.sees('等监护人同意');
  await adult.go(path('my-day'));
  await adult.sees(/想参加《周六义务理发》/);
  await adult.shoot('volunteering-family');
  await adult.tap('我是监护人，同意参加');
  await adult.sees(/已同意/);
  await child.go(path('my-day'));
  await child.sees('现在可以签到。');
  await Promise.all([child, adult].map(({ page }) => page.close()));
});

test('one checks in by digits, by one’s own code and without a network, leaves, and what was forgotten is settled', async () => {
  // one after another: five browsers signing in at once wait for each other
  const board = await phone('author');
  const first = await phone('n001');
  const second = await phone('n002');
  const third = await phone('n003');
  const walkIn = await phone('member');
  await board.go(path('board', shift));
  await board.sees('4 人中 0 人已到');
  await board.shoot('volunteering-board');
  for (const one of [first, second, third]) {
    await one.go(path('my-day'));
    await one.sees('请带：围布和剪刀');
  }
  await first.shoot('volunteering-my-day');
  await check(first, '扫码签到', codeNow().digits);
  await first.sees(/已签到（/);

  await second.tap('出示我的服务码');
  const own = (await second.page.locator('.sheet .mono').textContent()) ?? '';
  await second.shoot('volunteering-own-code');
  await board.tap('扫志愿者的码');
  await board.fill('码下面的字', own);
  await board.tap('用输入的码');
  await board.sees('已签到。');
  await board.tap('返回');

  await third.page.context().setOffline(true);
  await check(third, '扫码签到', codeNow().text);
  await third.sees(/扫码已存在这部手机上/);
  await third.shoot('volunteering-offline');
  await third.page.context().setOffline(false);
  await third.go('/tabs/me/index');
  await third.sees('已发送');
  await board.sees('4 人中 3 人已到');

  clockTo(startsAt + 45 * MINUTE);
  await first.go(path('my-day'));
  await first.sees(/这部手机的时间慢了/);
  await check(first, '扫码签退', codeNow().digits);
  await first.sees(/已签退，这次记 45分钟/);
  // the phone's own clock is 45 minutes slow: the page goes by the server's
  await walkIn.go(path('activity', { activityId: shift.activityId }));
  await walkIn.tap('我在现场，扫码登记');
  await walkIn.fill('码下面的字', codeNow().text);
  await walkIn.tap('用输入的码');
  await walkIn.sees(/已登记并签到/);
  await board.sees('5 人中 4 人已到');

  clockTo(startsAt + 70 * MINUTE);
  await board.go('/tabs/service/index');
  await board.sees('找志愿活动');
  await board.go(path('board', shift));
  await board.sees(/等您结算/);
  await board.tap(new RegExp(`^${demo('n002').name}`));
  await board.shoot('volunteering-person');
  await board.tap('忘了签退：按班次结束时间结算');
  await board.sees(/注明忘了签退/);
  await board.sees(/已记 1小时/);
  clockTo(Date.now());
  await Promise.all([board, first, second, third, walkIn].map(({ page }) => page.close()));
});

test('a neighbour asks for help, and another takes it up', async () => {
  const [asks, helps] = await Promise.all([phone('n002'), phone('n003')]);
  await asks.go(path('ask-help'));
  await asks.tap('我要求助');
  await asks.fill('需要什么帮助', '换一个灯泡');
  await asks.fill('说明', '够不着，周末都在家。');
  await asks.tap('发出求助');
  await asks.sees('换一个灯泡');
  await helps.go(path('ask-help'));
  await helps.tap('我来帮');
  await helps.sees('发起活动');
  await helps.fill('集合地点', '二号楼门口');
  await helps.tap('提交社区审核');
  await helps.sees(/社区发布以后/);
  await Promise.all([asks, helps].map(({ page }) => page.close()));
});

test.each(LOOKS)('the pages of volunteering fit, can be hit and are read aloud at %s', async (name, look, elder) => {
  const [organises, serves, works] = await Promise.all([
    looked('author', look),
    looked('n003', look),
    looked('worker', look),
  ]);
  const { activityId } = shift;
  const pages: [Person, Record<string, string>][] = [
    [
      organises,
      {
        service: '/tabs/service/index',
        find: path('find'),
        activity: path('activity', { activityId }),
        board: path('board', shift),
        write: path('write'),
        shifts: path('shifts', { activityId }),
        organised: path('organised'),
        'ask-help': path('ask-help'),
      },
    ],
    [serves, { 'my-day': path('my-day'), activity: path('activity', { activityId: later }) }],
    [works, { approve: path('approve'), change: path('write', { activityId }) }],
  ];
  expect(await lookAt(pages, { slice: 'volunteering', name, elder })).toEqual({});
});
