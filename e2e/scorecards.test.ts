import { signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import { cardDay, quarterAt, quarterWords } from '@gongzhi/shared/scorecards/quarters';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { putEvent } from './put-event';
import { startWorld, type World } from './world';

const { communityId, otherCommunityId, streetId } = DEMO;
jest.setTimeout(300_000);

/** The street sets its duty list and scheme on the screen, makes the cards when the quarter has ended; everybody reads them. */
let world: World;
let supervisor: Actor;
const quarter = quarterAt(new Date());
const words = quarterWords(quarter);
const ended = Date.parse(`${cardDay(quarter)}T04:00:00.000Z`);
const ofStreet = (page: string) => `/scorecards/${page}/index?streetId=${streetId}`;
const ofCommunity = (page: string, more = '') => `/scorecards/${page}/index?communityId=${communityId}${more}`;

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  supervisor = await openPlaces(url, openingKey);
  await importRoll(await inviteWorker(url, supervisor), 24);
  await join(url, PEOPLE.find(({ key }) => key === 'author') ?? PEOPLE[0]!);
  await tellTasks();
});
afterAll(() => world?.stop());

/** Five tasks of decisions whose last day lies in this quarter; four of them are done. */
const tellTasks = async () => {
  const dueAt = new Date(Date.now() + 600_000).toISOString();
  const id = (n: number) => `01KB00000000000000000000${String(n).padStart(2, '0')}`;
  for (const n of [1, 2, 3, 4, 5]) {
    const about = { scope: communityId, subject: id(90) };
    await putEvent(world.cloud, { ...about, type: 'resolutions.task-added', data: { taskId: id(n), dueAt } });
    if (n > 1) await putEvent(world.cloud, { ...about, type: 'resolutions.task-done', data: { taskId: id(n) } });
  }
};

/** Somebody's phone; from when on its clock shows the time after the quarter's end. */
const phone = async (key: string, at?: number) => {
  const page = await world.phone();
  if (at !== undefined) await page.clock.setFixedTime(new Date(at));
  const person = new Person(page, world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith((key) => phone(key, ended));

test('the street writes a list and a scheme, hears every fault at once, and saves what may stand', async () => {
  const street = await phone('supervisor');
  await street.tap(/^各社区记分卡/);
  await street.tap(/履职事项清单/);
  for (const [itemId, title] of [
    ['1.1', '组织居民议事协商'],
    ['1.2', '公开居务'],
  ]) {
    await street.tap('添加一项');
    await street.fill('编号', itemId ?? '');
    await street.fill('事项', title ?? '');
    await street.fill('依据', '社区依法履职事项清单');
    await street.fill('文件日期', '2025-06-30');
    await street.tap('好了');
  }
  await street.tap('保存清单');
  await street.sees('清单已保存，居民现在就能看到。');
  await street.go(ofStreet('scheme'));
  const add = async (title: string, weight: string, source: RegExp, duty?: string) => {
    await street.tap('添加一项指标');
    await street.fill('名称', title);
    await street.fill('权重', weight);
    await street.fill('为什么看这一项', '居民满意是标准');
    await street.tap(source);
    if (duty) await street.tap(duty);
    await street.shoot(`scorecards-sheet-${weight}`);
    await street.tap('好了');
  };
  await add('总体满意', '400', /^季度满意度/, '1.1 组织居民议事协商');
  await add('任务按时', '400', /^任务按时办完/, '1.2 公开居务');
  await add('台账', '200', /^台账完整/);
  await street.sees(/居民满意度一共占 400，至少要占一半（500）；台账完整占 200，最多只能占十分之一（100）/);
  await street.sees(/“台账”没有引用清单里的事项/);
  await street.shoot('scorecards-faults');
  await street.tap('修改总体满意');
  await street.fill('权重', '600');
  await street.tap('好了');
  await street.tap('修改台账');
  await street.tap('去掉这一项');
  await street.tap('保存考核办法');
  await street.sees(`已保存，从${words}起用。`);
  await street.page.close();
  const { now } = await supervisor.act(scorecards.readScheme, { streetId });
  expect(now?.indicators.map(({ weight, dutyItemId }) => [weight, dutyItemId])).toEqual([
    [600, '1.1'],
    [400, '1.2'],
  ]);
});

test('a service has a scheme of its own, made of what was said of it alone', async () => {
  const street = await phone('supervisor');
  await street.go(ofStreet('scheme'));
  await street.tap('微心愿');
  await street.tap('添加一项指标');
  await street.fill('名称', '许愿的人满意');
  await street.fill('权重', '1000');
  await street.fill('为什么看这一项', '愿望是谁的，谁说了算');
  expect(await street.page.getByRole('radio', { name: /^季度满意度|^任务按时办完|^台账完整/ }).count()).toBe(0);
  await street.tap('1.1 组织居民议事协商');
  await street.tap('好了');
  await street.tap('保存考核办法');
  await street.sees(/^已保存，从/);
  const { now } = await signIn(world.cloud.url, 'supervisor').then((one) =>
    one.act(scorecards.readScheme, { streetId, service: 'wish' }),
  );
  expect(now?.indicators).toMatchObject([{ source: 'satisfaction.service', service: 'wish', weight: 1_000 }]);
  await street.page.close();
});

test('when the quarter has ended the cards are made, and a neighbour reads why what is withheld', async () => {
  world.cloud.setAhead(ended - Date.now());
  const street = await phone('supervisor', ended);
  await street.go(ofStreet('street'));
  await street.sees('还有 2 个社区没有做，做好以后不再改。');
  await street.tap(`做${words}记分卡`);
  await street.sees('各社区的差别都在误差以内，分不出高低。');
  await street.tap('微心愿');
  await street.sees('还有 2 个社区没有做，做好以后不再改。');
  await street.tap(`做${words}微心愿记分卡`);
  await street.sees('各社区的差别都在误差以内，分不出高低。');
  await street.page.close();
  const neighbour = await phone('author', ended);
  await neighbour.go('/tabs/councils/index');
  await neighbour.tap(/^社区记分卡/);
  await neighbour.tap(new RegExp(`^${words}`));
  await neighbour.sees('没有：这个季度没有向居民问这一项');
  await neighbour.sees(/5 件里 4 件（80.0%），误差范围 37.5% 到 96.4%/);
  await neighbour.sees('复算一致');
  await neighbour.sees(/不显示的项，按 0 分和满分各算一遍/);
  await neighbour.page.close();
  const again = await signIn(world.cloud.url, 'supervisor');
  await expect(again.act(scorecards.makeCard, { communityId: otherCommunityId, quarter })).rejects.toThrow(/CARD_MADE/);
});

test.each(LOOKS)('every page looks right: %s', async (name, look, elder) => {
  const [street, neighbour] = [await looked('supervisor', look), await looked('author', look)];
  const pages: [Person, Record<string, string>][] = [
    [street, { street: ofStreet('street'), 'scheme-edit': ofStreet('scheme'), 'duties-edit': ofStreet('duties') }],
    [
      neighbour,
      {
        cards: ofCommunity('cards'),
        card: ofCommunity('card', `&quarter=${quarter}`),
        'card-wish': ofCommunity('card', `&quarter=${quarter}&service=wish`),
        scheme: ofStreet('scheme'),
        'scheme-wish': `${ofStreet('scheme')}&service=wish`,
        duties: ofStreet('duties'),
      },
    ],
  ];
  expect(await lookAt(pages, { slice: 'scorecards', name, elder })).toEqual({});
});
