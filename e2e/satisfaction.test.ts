import { signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { DAY } from '@gongzhi/shared/kernel/time';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type Look, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(600_000);

let world: World;
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const DUTIES = ['公开居务', '环境卫生'].map((title, i) => ({
  ...{ itemId: `1.${i + 1}`, title, source: '社区依法履职事项清单', sourceDate: '2025-06-30' },
}));
const NEIGHBOURS = Array.from({ length: 16 }, (_, i) => `n${String(i + 1).padStart(3, '0')}`);
const path = (page: string, more: Record<string, string> = {}) =>
  `/satisfaction/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  const street = await openPlaces(url, openingKey);
  const office = await inviteWorker(url, street);
  await importRoll(office, 30);
  await street.act(scorecards.setDuties, { streetId: DEMO.streetId, items: DUTIES });
  for (const key of ['author', 'chair', ...NEIGHBOURS]) await join(url, demo(key));
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
/** Somebody who never signs in. */
const visiting = async (look: Look = {}) => {
  const person = new Person(await world.phone(look), world.cloud.url, 'nobody');
  await person.goHome();
  return person;
};
const looked = phonesToLookWith((key) => (key === 'nobody' ? visiting() : phone(key)));
/** What the clock does by and by, in as few of its steps as it takes. */
const until = async <T>(what: () => Promise<T | undefined>): Promise<T> => {
  for (let n = 0; n < 180; n += 1) {
    const found = await what();
    if (found !== undefined) return found;
    await world.cloud.tick();
  }
  throw new Error('the clock did not do it');
};
/** Somebody signed in by the deployment’s clock as it is now: what was signed before it was moved is over. */
const as = (key: string): Promise<Actor> => signIn(world.cloud.url, key);
const choose = async (person: Person, index: number, label: string) =>
  person.page
    .getByRole('radiogroup')
    .filter({ visible: true })
    .nth(index)
    .getByRole('radio', { name: label, exact: true })
    .click();
const codeOf = async (key: string, roundId: string): Promise<string> =>
  (await (await as(key)).act(satisfaction.readCode, { communityId, roundId })).code;

/** The street prints letters for households without the app. */
const print = async (street: Person) => {
  await street.go(path('rounds'));
  await street.tap(/打印调查信/);
  await street.sees(/由街道打印/);
  await street.fill('街道电话（可以不填）', '0571-87654321');
  await street.shoot('satisfaction-letters');
  const coming = street.page.waitForEvent('download');
  await street.tap('打印第 1 份');
  expect((await coming).suggestedFilename()).toBe('满意度调查信-第1份.pdf');
};
/** Somebody who never signs in answers off a letter, low; the call-back code to be written down. */
const answerOffLetter = async (visitor: Person, code: string): Promise<string> => {
  await visitor.go(path('paper', { code: 'ABCDE-FGHJK' }));
  await visitor.sees(/没有这个答题码/);
  await visitor.shoot('satisfaction-paper-wrong');
  await visitor.fill('答题码', code.toLowerCase());
  await visitor.tap('下一步');
  await visitor.sees(/还有 2 题没有选/);
  await choose(visitor, 0, '非常不满意');
  await choose(visitor, 1, '满意');
  await visitor.fill('想说的一句话（可以不写）', '垃圾没有人收');
  await visitor.shoot('satisfaction-paper');
  await visitor.tap('提交');
  await visitor.sees(/收到了/);
  await visitor.shoot('satisfaction-paper-recorded');
  const callBack = await visitor.page.locator('.code-large').filter({ visible: true }).first().innerText();
  expect(callBack).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  await visitor.go(path('paper', { code }));
  await visitor.page.reload();
  await visitor.sees(/一个码只答一次/);
  return callBack;
};
/** A resident reads the code out; the worker enters, reads back and sends; the household sees that, and disowns it. */
const answerThroughWorker = async (caller: Person, worker: Person, roundId: string) => {
  await caller.go(path('answer', { roundId, subject: 'household' }));
  await caller.tap('用电话告诉社区');
  await caller.sees(/念给工作人员/);
  const code = await caller.page.locator('.code-large').filter({ visible: true }).first().innerText();
  await caller.shoot('satisfaction-by-phone');
  await worker.go('/tabs/home/index');
  await worker.tap(/代居民填写/);
  await worker.fill('答题码', code);
  await worker.shoot('satisfaction-assist-code');
  await worker.tap('下一步');
  await worker.sees(/不要替居民选/);
  await choose(worker, 0, '基本满意');
  await choose(worker, 1, '满意');
  await worker.shoot('satisfaction-assist');
  await worker.tap('念给居民听');
  await worker.sees(/居民说对了再提交/);
  await worker.shoot('satisfaction-assist-read-back');
  await worker.tap('居民说对，提交');
  await worker.sees(/这份算居民自己的回答/);
  await worker.shoot('satisfaction-assist-recorded');
  await caller.go('/tabs/home/index');
  await caller.page.reload();
  await caller.tap(/有人凭答题码替您家答了/);
  await caller.sees(/工作人员凭您家的答题码代填/);
  await caller.shoot('satisfaction-by-others');
  await caller.tap('不是我家答的');
  await caller.sees(/您说不是您家答的/);
};
const hex = (n: number) => n.toString(16).padStart(32, '0');
/** Ten in the morning in China, so many days from now. */
const morning = (days: number) => {
  const at = new Date(Date.now() + days * DAY);
  at.setUTCHours(2, 0, 0, 0);
  return at.getTime();
};

test('a quarter on four phones: started by the street, answered, followed up, called back, published', async () => {
  world.cloud.setAhead(morning(1) - Date.now());
  const [street, resident, worker] = await Promise.all([phone('supervisor'), phone('author'), phone('worker')]);
  await street.go(path('rounds'));
  await street.sees(/还没有调查/);
  await street.shoot('satisfaction-rounds-empty');
  await street.tap('开始本季度的调查');
  await street.fill('抽多少户', '5');
  await street.sees(/户数填 30 到 5000/);
  await street.fill('抽多少户', '30');
  await street.tap('加一个问题');
  await street.tap(/^1.2 环境卫生/);
  await street.fill('问什么', '楼道和小区的环境卫生');
  await street.shoot('satisfaction-start');
  await street.tap('开始');
  await street.sees(/满意度调查/);
  const author = await as('author');
  const roundId = await until(async () => {
    const { items } = await author.act(satisfaction.listInvitations, { communityId });
    return items.find(({ state }) => state === 'open')?.roundId;
  });
  await street.go(path('rounds'));
  await street.page.reload();
  await street.sees(/邀请了 30 户/);
  await street.shoot('satisfaction-rounds');

  await resident.go('/tabs/home/index');
  await resident.page.reload();
  await resident.sees(/20 秒就好/);
  await resident.shoot('satisfaction-home');
  await resident.go(path('mine'));
  await resident.sees('请您打分');
  await resident.shoot('satisfaction-mine');
  await resident.tap(/请您打分/);
  await resident.sees(/还有 2 题没有选/);
  await choose(resident, 0, '不满意');
  await choose(resident, 1, '满意');
  await resident.tap('办得慢');
  await resident.fill('想说的一句话（可以不写）', '三楼的灯坏了一个月');
  await resident.tap('有人要求我打满意');
  await resident.sees(/已告诉街道/);
  await resident.shoot('satisfaction-answer');
  await resident.tap('提交');
  await resident.sees(/15 个工作日内答复/);
  await resident.shoot('satisfaction-answered');

  for (const [i, key] of NEIGHBOURS.slice(0, 14).entries())
    await (
      await as(key)
    ).act(satisfaction.giveAnswer, {
      ...{ communityId, roundId, subject: 'household', ticket: hex(i + 1), device: hex(i + 100) },
      answer: { levels: [i % 3 ? 'satisfied' : 'verySatisfied', 'satisfied'] },
    });

  world.cloud.setAhead(morning(2) - Date.now());
  const office = await as('worker');
  const followUpId = await until(async () => {
    const { items } = await office.act(satisfaction.listFollowUps, { communityId });
    return items[0]?.followUpId;
  });
  await worker.go(path('follow-ups'));
  await worker.sees('等答复');
  await worker.shoot('satisfaction-follow-ups');
  await worker.tap(/季度社区工作/);
  await worker.sees(/请先领办/);
  await worker.shoot('satisfaction-follow-up-free');
  await worker.tap('我来领办');
  await worker.sees(/三楼的灯坏了一个月/);
  expect(await worker.page.getByText(demo('author').name).filter({ visible: true }).count()).toBe(0);
  await worker.fill('怎样办的', '已换好三楼和四楼的灯，明天再看一次。');
  await worker.shoot('satisfaction-follow-up');
  await worker.tap('提交答复');
  await worker.sees('等居民确认');
  expect(followUpId).toMatch(/^[0-9a-f]{32}$/);

  await resident.go(path('mine'));
  await resident.page.reload();
  await resident.sees(/请您看看是否认可/);
  await resident.shoot('satisfaction-call-back');
  await resident.tap('不认可，退回');
  await resident.tap('只解决了一部分');
  await resident.tap('退回');
  await resident.sees(/最晚/);

  await print(street);
  const visitor = await visiting({ width: 320, text: 1.5 });
  const callBack = await answerOffLetter(visitor, await codeOf('n016', roundId));
  await answerThroughWorker(await phone('chair'), worker, roundId);
  world.cloud.setAhead(morning(3) - Date.now());
  await until(async () => {
    const { items } = await (await as('worker')).act(satisfaction.listFollowUps, { communityId });
    return items.length > 1 ? items : undefined;
  });
  await visitor.go(path('call-back'));
  await visitor.fill('回访码', callBack);
  await visitor.tap('查看');
  await visitor.sees(/最晚/);
  await visitor.shoot('satisfaction-call-back-by-code');

  world.cloud.setAhead(morning(17) - Date.now());
  const later = await as('worker');
  await until(async () => {
    const { items } = await later.act(satisfaction.listResults, { communityId });
    return items[0];
  });
  await resident.go(path('results'));
  await resident.sees(/17 份回答中 15 份满意/);
  await resident.shoot('satisfaction-results');
  await resident.tap(/季度社区工作/);
  await resident.sees(/按 95% 的把握/);
  await resident.sees(/有人要求打满意/);
  await resident.sees(/1 户说答卷不是自己家答的/);
  await resident.shoot('satisfaction-result');
  await resident.sees(/社区还没有回应。最晚/);

  const writer = await phone('worker');
  await writer.go(path('results'));
  await writer.tap(/季度社区工作/);
  await writer.tap('写回应');
  await writer.fill('居民说了什么', '不少邻居说楼道灯坏了很久没人修。');
  await writer.tap('楼道和小区的环境卫生');
  await writer.shoot('satisfaction-publish');
  await writer.tap('加一件要做的事');
  await writer.fill('做什么', '楼道灯全部换成感应灯');
  await writer.fill('怎么做', '先查一遍坏了几盏，分两批换完。');
  await writer.fill('单位名称', '小营巷物业公司');
  await writer.shoot('satisfaction-publish-sheet');
  await writer.tap('好了');
  await writer.sees('楼道灯全部换成感应灯');
  await writer.shoot('satisfaction-publish-full');
  await writer.tap('公布');
  await writer.sees('社区的回应');
  await resident.page.reload();
  await resident.sees('楼道灯全部换成感应灯');
  await resident.sees('关于：楼道和小区的环境卫生');
  await resident.page.reload();
  await resident.tap(/楼道灯全部换成感应灯/);
  await resident.sees(/小营巷物业公司/);
  await resident.shoot('satisfaction-promise');
  await resident.tap('看这件事的全过程');
  await resident.sees(/1 项任务/);
  await resident.shoot('satisfaction-promises');
});

test.each(LOOKS)('as it looks: %s', async (name, look, elder) => {
  const office = await as('worker');
  const { items } = await office.act(satisfaction.listResults, { communityId });
  const roundId = items[0]?.roundId ?? '';
  const { items: low } = await office.act(satisfaction.listFollowUps, { communityId });
  const followUpId = low[0]?.followUpId ?? '';
  const visitor = await looked('nobody', look);
  const [resident, worker, street] = [
    await looked('author', look),
    await looked('worker', look),
    await looked('supervisor', look),
  ];
  const faults = await lookAt(
    [
      [resident, { mine: path('mine'), results: path('results'), result: path('result', { roundId }) }],
      [
        worker,
        {
          publish: path('publish', { roundId }),
          ...{ 'follow-ups': path('follow-ups'), 'follow-up': path('follow-up', { followUpId }) },
          assist: path('assist'),
        },
      ],
      [
        street,
        {
          ...{ rounds: path('rounds'), start: path('start') },
          letters: path('letters', { roundId, invited: '400' }),
        },
      ],
      [visitor, { paper: path('paper'), 'call-back': path('call-back') }],
    ],
    { slice: 'satisfaction', name, elder },
  );
  expect(faults).toEqual({});
});
