import type { Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Input } from '@gongzhi/shared/kernel/contract';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(300_000);

let world: World;
let office: Actor;
let wisher: Actor;
let claimer: Actor;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/wishes/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;

const WISH: Input<typeof wishes.makeWish> = {
  ...{ communityId, title: '修厨房水龙头', about: '水龙头一直滴水，拧不紧了。', what: 'help', budget: 3_000 },
  ...{ level: 'hidden', callName: '王阿姨', building: '1号楼', door: '1单元102' },
};
const opened = async (more: object = {}) => {
  const { wishId } = await wisher.act(wishes.makeWish, { ...WISH, ...more });
  await office.act(wishes.publishWish, { communityId, wishId });
  return wishId;
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 24);
  wisher = await join(url, demo('author'));
  claimer = await join(url, demo('n001'));
  await join(url, demo('n002'));
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);

test('a wish from the first word to the thanks, on two phones: claimed, visited with two scans, confirmed, and in the hours once', async () => {
  const [asks, helps, worker] = await Promise.all([phone('author'), phone('n001'), phone('worker')]);
  await asks.go(path('list'));
  await asks.sees(/现在没有等人认领的微心愿/);
  await asks.tap('许个微心愿');
  await asks.sees('请写明是什么心愿');
  await asks.fill('什么心愿', '修厨房水龙头');
  await asks.fill('说明', '水龙头一直滴水，拧不紧了。');
  await asks.fill('大概要花多少元', '300');
  await asks.tap(/^不显示是谁/);
  await asks.fill('怎么称呼', '王阿姨');
  await asks.fill('楼栋', '1号楼');
  await asks.fill('门牌（要上门才填）', '1单元102');
  await asks.tap('提交');
  await asks.sees(/不超过 200 元/);
  await asks.fill('大概要花多少元', '30');
  await asks.shoot('wishes-make');
  await asks.tap('提交');
  await asks.sees(/社区工作者看过以后就公布，大家才能认领/);

  await worker.go(path('waiting'));
  await worker.tap(/修厨房水龙头/);
  await worker.sees('不显示是谁');
  await worker.tap(/^看是谁的心愿/);
  await worker.sees(/1单元102/);
  await worker.tap('公布');
  await worker.shoot('wishes-publish');
  await worker.tap('确定');
  await worker.sees('等人认领');

  await helps.go(path('list'));
  await helps.tap(/修厨房水龙头/);
  await helps.sees('不显示是谁');
  await helps.tap('我来认领');
  await helps.tap('确定');
  await helps.sees('我认领了');
  await helps.sees('王阿姨');
  expect(await helps.page.getByText('1单元102').count()).toBe(0);
  await helps.tap('约上门时间');
  await helps.shoot('wishes-visit');
  await helps.tap('约好');
  await helps.sees(/1单元102/);

  // tomorrow at nine, by the clock of the deployment
  const inside = await claimer.act(wishes.readInside, { communityId, wishId: wishIdOf(helps) });
  const clockTo = (at: number) => world.cloud.setAhead(at - Date.now());
  const startsAt = Date.parse(inside.visit?.startsAt ?? '');
  clockTo(startsAt - 5 * MINUTE);
  const wishPage = path('wish', { wishId: inside.wishId });
  const reopened = async (person: Person) => {
    await person.go(path('mine'));
    await person.sees('我认领的');
    await person.go(wishPage);
  };
  await reopened(asks);
  await asks.sees(/请他扫这个码/);
  await asks.sees(/谁看过是您的心愿/);
  await asks.shoot('wishes-code');
  const scan = async (label: '扫码签到' | '扫码签退') => {
    await reopened(asks);
    const digits = ((await asks.page.locator('.board-digits').last().textContent()) ?? '').replace(/\D/g, '');
    await reopened(helps);
    await helps.tap(label);
    await helps.fill('6 位签到码', digits);
    await helps.tap('用输入的码');
  };
  await scan('扫码签到');
  await helps.sees(/已签到/);
  clockTo(startsAt + 40 * MINUTE);
  await scan('扫码签退');
  await helps.sees(/已记入志愿服务时长/);
  await helps.tap('做好了');
  await helps.tap('确定');
  await helps.sees('等对方确认');

  await reopened(asks);
  await asks.tap('还没做好');
  await asks.fill('原因', '还有一点滴水');
  await asks.tap('确定');
  await asks.sees('有人认领了');
  await reopened(helps);
  await helps.sees('还有一点滴水');
  await helps.tap('做好了');
  await helps.tap('确定');
  await helps.sees('等对方确认');
  await reopened(asks);
  await asks.tap('实现了，确认');
  await asks.fill('感谢的话（可以不写）', '修得又快又好，谢谢您');
  await asks.shoot('wishes-confirm');
  await asks.tap('实现了');
  await asks.sees('修得又快又好，谢谢您');
  await reopened(helps);
  await helps.sees('修得又快又好，谢谢您');
  await helps.shoot('wishes-served');

  await helps.go('/notices/inbox/index');
  await helps.sees(/您认领的微心愿实现了/);
  await helps.go(`/hours/mine/index?communityId=${communityId}`);
  // nothing of the pages before it stands on a page that is loaded anew
  await helps.page.reload();
  await helps.sees('每一次服务');
  await helps.sees('修厨房水龙头');
  await helps.shoot('wishes-hours');
  expect(await helps.page.getByText('修厨房水龙头', { exact: true }).count()).toBe(1);
  world.cloud.setAhead(0);
  await Promise.all([asks, helps, worker].map(({ page }) => page.close()));
});

const wishIdOf = ({ page }: Person): string => new URLSearchParams(page.url().split('?')[1]).get('wishId') ?? '';

test('two take the same wish: one has it, the other is told and finds another', async () => {
  const wishId = await opened({ title: '买一袋米' });
  const [first, second] = await Promise.all([phone('n001'), phone('n002')]);
  for (const person of [first, second]) {
    await person.go(path('wish', { wishId }));
    await person.tap('我来认领');
  }
  await first.tap('确定');
  await first.sees('我认领了');
  await second.tap('确定');
  await second.sees(/刚刚有人认领了/);
  await second.sees('有人认领了');
  await first.tap('做不了，交回');
  await first.fill('原因', '要出差一周');
  await first.tap('确定');
  await first.sees('等人认领');
  await second.go(path('mine'));
  await second.sees('我认领的');
  await second.go(path('wish', { wishId }));
  await second.sees('我来认领');
  await Promise.all([first, second].map(({ page }) => page.close()));
});

test('a worker changes what a wish may cost; the page of a new wish says so, and everybody reads the rule', async () => {
  const [worker, asks] = await Promise.all([phone('worker'), phone('author')]);
  await worker.go(path('waiting'));
  await worker.tap(/微心愿的办法/);
  await worker.fill('一个心愿最多花多少元', '2000');
  await worker.sees(/请填 0 到 1000 之间的整数/);
  await worker.fill('一个心愿最多花多少元', '150');
  await worker.fill('依据', '11月居民会议通过');
  await worker.shoot('wishes-rule-typed');
  await worker.tap('保存');
  await worker.sees(/现在的依据：11月居民会议通过/);
  await asks.go(path('make'));
  await asks.sees(/最多 150 元/);
  await asks.go(path('rule'));
  await asks.sees('150 元');
  await Promise.all([worker, asks].map(({ page }) => page.close()));
});

describe('as it looks', () => {
  let ids: Record<'open' | 'mine' | 'visit' | 'done' | 'waiting', string>;
  beforeAll(async () => {
    const claim = async (wishId: string) => claimer.act(wishes.claimWish, { communityId, wishId });
    const [open, mine, visit, done] = [
      await opened({ title: '陪着去一趟医院', level: 'building', budget: 0 }),
      await opened({ title: '读一读报纸', level: 'named' }),
      await opened({ title: '换楼道口的灯泡' }),
      await opened({ title: '一本大字的书', what: 'thing' }),
    ];
    const waiting = (await wisher.act(wishes.makeWish, { ...WISH, title: '修一把椅子' })).wishId;
    for (const one of [visit, done]) await claim(one);
    const soon = Math.ceil(Date.now() / MINUTE) * MINUTE + 10 * MINUTE;
    const window = { startsAt: new Date(soon).toISOString(), endsAt: new Date(soon + 60 * MINUTE).toISOString() };
    await claimer.act(wishes.arrangeVisit, { communityId, wishId: visit, window });
    await claimer.act(wishes.markDone, { communityId, wishId: done });
    ids = { open, mine, visit, done, waiting };
  });
  test.each(LOOKS)('%s', async (name, look, elder) => {
    const [asks, helps, worker] = [
      await looked('author', look),
      await looked('n001', look),
      await looked('worker', look),
    ];
    const wish = (wishId: string) => path('wish', { wishId });
    const faults = await lookAt(
      [
        [
          asks,
          {
            rules: path('rule'),
            mine: path('mine'),
            make: path('make'),
            code: wish(ids.visit),
            confirm: wish(ids.done),
          },
        ],
        [helps, { list: path('list'), open: wish(ids.open), scan: wish(ids.visit), done: wish(ids.done) }],
        [worker, { rule: path('rule'), waiting: path('waiting'), publish: wish(ids.waiting), behalf: path('make') }],
      ],
      { slice: 'wishes', name, elder },
    );
    expect(faults).toEqual({});
  });
});
