import type { Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { putEvent } from './put-event';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(240_000);

let world: World;
let office: Actor;
let volunteer: Actor;
let teamId: string;
const activityId = newId(new Date(), new Uint8Array(16));
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/exchange/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const OFFERS = [
  { title: '洗衣液一瓶', kind: 'good', about: '工作日上午九点到下午五点，到社区服务站领取。', points: 20, stock: 2 },
  { title: '陪同就医半天', kind: 'help', about: '由社区安排志愿者陪同，请提前三天预约。', points: 60, stock: 5 },
] as const;

/** Hours of somebody, told as the slice `hours` tells of them, and waited for until they are counted. */
const serve = async (personId: string, minutes: number) => {
  const id = (n: number) =>
    newId(
      new Date(),
      Uint8Array.from({ length: 16 }, (_, i) => (i * 7 + n) % 32),
    );
  const shiftId = id(3);
  await putEvent(world.cloud, {
    type: 'hours.entered',
    scope: communityId,
    subject: `hours/${personId}`,
    data: {
      ...{ entryId: id(9), volunteerId: personId, minutes, grade: 'placed', track: 'recorded' },
      ...{ shiftId, activityId, kind: 'elderly' },
    },
  });
};
const until = async (done: () => Promise<boolean>) => {
  for (let looks = 0; !(await done()); looks += 1) {
    if (looks > 200) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 24);
  volunteer = await join(url, demo('author'));
  await join(url, demo('n001'));
  const rule = { perRecordedHour: 10, perHonoraryHour: 4, from: dayInChina(new Date()), shownAs: 'points' } as const;
  await office.act(exchange.setRule, { communityId, ...rule });
  for (const offer of OFFERS) await office.act(exchange.addOffer, { communityId, ...offer });
  const plan = { name: '楼道清洁队', about: '每周六上午打扫楼道，谁有空谁来。' };
  ({ teamId } = await office.act(exchange.addTeam, { communityId, ...plan }));
  await serve(volunteer.personId, 150);
  await until(async () => (await volunteer.act(exchange.readAccount, { communityId })).recorded === 150);
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);

test('hours become points, points are exchanged, a worker hands over, and a neighbour says thanks', async () => {
  const [me, works, neighbour] = await Promise.all([phone('author'), phone('worker'), phone('n001')]);
  await me.go(path('points'));
  await me.sees('25 分');
  await me.tap('去兑换');
  await me.sees(/还差 35 分/);
  await me.tap('兑换');
  await me.tap('确定兑换');
  await me.sees(/换好了/);
  await until(async () => (await office.act(exchange.listOrders, { communityId })).items.length === 1);
  await works.go(path('orders'));
  await works.sees('洗衣液一瓶');
  await works.sees(demo('author').name);
  await works.shoot('exchange-orders-with-one');
  await works.tap('当面交给本人了');
  await works.sees(/没有等待领取/);
  await me.go(path('points'));
  await me.sees('5 分');
  await me.sees(/兑换：洗衣液一瓶（已领取）/);
  await neighbour.go(path('thank', { activityId }));
  await neighbour.tap('王**');
  await neighbour.fill('感谢的话', '谢谢您帮我妈妈理发。');
  await neighbour.tap('送出感谢');
  await until(async () => (await volunteer.act(exchange.listThanks, { communityId })).items.length === 1);
  await me.go(path('thanks'));
  await me.sees('谢谢您帮我妈妈理发。');
  await Promise.all([me, works, neighbour].map(({ page }) => page.close()));
});

test('a worker changes what a team says, and closes it; nobody joins it then', async () => {
  const [works, me] = await Promise.all([phone('worker'), phone('n001')]);
  const plan = { name: '临时队', about: '只做一天。' };
  const { teamId: closing } = await office.act(exchange.addTeam, { communityId, ...plan });
  await works.go(path('team', { teamId: closing }));
  await works.tap('修改队名和说明');
  await works.fill('队名', '护学队');
  await works.shoot('exchange-team-change');
  await works.tap('保存');
  await works.sees('护学队');
  await me.go(path('teams'));
  await me.tap(/护学队/);
  await me.tap('加入');
  await me.tap('确认加入');
  await me.sees(/您已加入/);
  await works.tap('解散队伍');
  await works.shoot('exchange-team-close');
  await works.tap('解散');
  await works.sees(/不再加入新队员/);
  await works.shoot('exchange-team-closed');
  await me.go(path('teams'));
  await me.sees('已解散');
  await Promise.all([works, me].map(({ page }) => page.close()));
});

test('a year is drawn on the phone and kept as a picture; nothing is sent for it', async () => {
  const me = await phone('author');
  await me.go(path('year'));
  await me.sees(/记录时长 2 小时 30 分钟/);
  const asked: string[] = [];
  me.page.on('request', (request) => void asked.push(request.url()));
  const coming = me.page.waitForEvent('download');
  await me.tap('存成图片');
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^20\d\d-gongzhi\.png$/);
  const folder = process.env['SHOTS'];
  if (folder) await file.saveAs(`${folder}/exchange-picture.png`);
  expect(asked.filter((url) => url.startsWith('http'))).toEqual([]);
  await me.page.close();
});

test.each(LOOKS)(
  'the pages of points and thanks fit, can be hit and are read aloud at %s',
  async (name, look, elder) => {
    const [me, works] = await Promise.all([looked('author', look), looked('worker', look)]);
    const mine = ['points', 'list', 'rule', 'thanks', 'skills', 'teams', 'year'];
    const pages: [Person, Record<string, string>][] = [
      [
        me,
        {
          ...{ me: '/tabs/me/index', service: '/tabs/service/index' },
          ...Object.fromEntries(mine.map((page) => [page, path(page)])),
          ...{ thank: path('thank', { activityId }), team: path('team', { teamId }) },
        },
      ],
      [
        works,
        {
          ...{ workbench: '/tabs/home/index', orders: path('orders'), reviews: path('reviews'), offer: path('offer') },
          ...{ 'list-of-worker': path('list'), skilled: path('skilled', { skill: 'repair' }), skills: path('skills') },
        },
      ],
    ];
    expect(await lookAt(pages, { slice: 'exchange', name, elder })).toEqual({});
  },
);
