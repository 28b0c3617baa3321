import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import type { Card, CardHead } from '@gongzhi/shared/scorecards/model';
import { testAccess } from '../kernel/test-acts';
import { DUTIES, SCHEME, TABLES, of, stageScorecards, type Staged } from './test-scorecards';

let engine: TestTables;
let stage: Staged;
let street: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
}, 300_000);
beforeEach(async () => {
  stage = stageScorecards(engine.endpoint);
  street = await stage.person(['supervisor'], '周敏');
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const Q = '2026Q4';
const make = (quarter = Q, as = street) => stage.call('makeCard', { quarter }, { as });
const cardOf = async (quarter = Q) =>
  (await stage.call('readCard', { quarter })).body as { card: Card; recount: { agrees: boolean; total: object } };

test('a duty list is set in versions, and read by anybody', async () => {
  expect((await stage.call('readDuties')).body).toEqual({});
  expect((await stage.call('setDuties', { items: DUTIES }, { as: street })).body).toMatchObject({ version: 1 });
  expect((await stage.call('setDuties', { items: DUTIES.slice(1) }, { as: street })).body).toMatchObject({
    version: 2,
  });
  expect((await stage.call('readDuties')).body).toMatchObject({ list: { version: 2, items: DUTIES.slice(1) } });
});

test('the longest duty list and scheme cost what the contract says', async () => {
  const items = Array.from({ length: 80 }, (_, i) => ({
    ...{
      itemId: `${100 + i}`.padStart(20, '0'),
      title: '长'.repeat(40),
      source: '据'.repeat(30),
      sourceDate: '2025-06-30',
    },
  }));
  const duties = await stage.call('setDuties', { items }, { as: street });
  expect([duties.status, duties.units.write <= (scorecards.setDuties.units ?? 0)]).toEqual([200, true]);
  const kinds = Array.from({ length: 12 }, (_, i) =>
    of(i, i === 11 ? 87 : 83, {
      ...{ source: 'satisfaction.question', dutyItemId: `${100 + i}`.padStart(20, '0') },
      ...{ title: '标'.repeat(20), reason: '由'.repeat(60) },
    }),
  );
  const scheme = await stage.call('setScheme', { indicators: kinds }, { as: street });
  expect([scheme.status, scheme.units.write <= (scorecards.setScheme.units ?? 0)]).toEqual([200, true]);
  stage.later();
  const card = await make();
  expect([card.status, card.units.write <= (scorecards.makeCard.units ?? 0)]).toEqual([200, true]);
});

test('a scheme is refused with all its faults, in one sentence', async () => {
  const none = await stage.call('setScheme', { indicators: SCHEME }, { as: street });
  expect(none.body).toMatchObject({ refused: 'SCHEME_FAULTY' });
  await stage.call('setDuties', { items: DUTIES }, { as: street });
  const faulty = [of(1, 400), of(2, 200, { source: 'ledger.completeness', dutyItemId: '9.9', title: '征收社保费' })];
  const heard = await stage.call('setScheme', { indicators: faulty }, { as: street });
  expect([heard.status, heard.body]).toEqual([
    409,
    {
      refused: 'SCHEME_FAULTY',
      facts: {
        faults: [
          '各项权重加起来是 600，要正好是 1000',
          '居民满意度一共占 400，至少要占一半（500）',
          '台账完整占 200，最多只能占十分之一（100）',
          '“征收社保费”引用的“9.9”不在社区依法履职事项清单里，是部门的工作，不能拿来考核社区',
        ].join('；'),
      },
    },
  ]);
  expect((await stage.call('readScheme')).body).toEqual({});
});

test('the first scheme holds at once; a later one from the next quarter, and no card goes by it before', async () => {
  await stage.setUp(street);
  expect((await stage.call('readScheme')).body).toMatchObject({ now: { version: 1, from: Q, dutiesVersion: 1 } });
  const all = [of(1, 1_000)];
  expect((await stage.call('setScheme', { indicators: all }, { as: street })).body).toMatchObject({
    version: 2,
    from: '2027Q1',
  });
  expect((await stage.call('setScheme', { indicators: all }, { as: street })).body).toMatchObject({
    version: 3,
    from: '2027Q1',
  });
  expect((await stage.call('readScheme')).body).toMatchObject({ now: { version: 1 }, later: { version: 3 } });
  stage.later();
  expect((await stage.call('readScheme')).body).toMatchObject({ now: { version: 3 } });
  expect((await make()).body).toMatchObject({ quarter: Q, schemeVersion: 1 });
  expect((await make('2026Q3')).body).toEqual({ refused: 'NO_SCHEME' });
});

const tell = async () => {
  const { bring, id } = stage;
  const [first, second, third] = [id(), id(), id()];
  const due = '2026-12-10T16:00:00.000Z';
  const [onTime, late, sentBack, untouched] = [id(), id(), id(), id()];
  await bring('votes.vote-decided', first, { outcome: 'passed' });
  await bring('votes.vote-decided', second, { outcome: 'passed' });
  await bring('votes.vote-decided', third, { outcome: 'failed' });
  // in any order, and twice
  await bring('resolutions.task-done', first, { taskId: onTime }, '2026-12-10T15:59:59.999Z');
  for (const taskId of [onTime, late, sentBack, untouched, onTime])
    await bring('resolutions.task-added', first, { taskId, dueAt: due });
  await bring('resolutions.task-done', first, { taskId: late }, '2026-12-10T16:00:00.000Z');
  await bring('resolutions.result-sent-back', first, { taskId: sentBack }, '2026-12-06T02:00:00.000Z');
  await bring('resolutions.task-done', first, { taskId: sentBack }, '2026-12-05T02:00:00.000Z');
  await bring('resolutions.task-added', third, { taskId: id(), dueAt: '2026-12-31T16:00:00.001Z' });
};

test('a card counts tasks and decisions of its quarter, whatever order they were told in', async () => {
  await stage.setUp(street);
  await tell();
  stage.later();
  expect((await make()).status).toBe(200);
  const { card } = await cardOf();
  const by = Object.fromEntries(card.inputs.map((input) => [input.indicatorId, input]));
  expect(by['i5']).toMatchObject({ shown: true, num: 1, den: 4, base: 4 });
  expect(by['i6']).toMatchObject({ shown: true, num: 1, den: 2, base: 2 });
  expect(by['i1']).toMatchObject({ shown: true, num: 8_000, den: 10_000, base: 300 });
  expect(by['i3']).toMatchObject({ shown: true, num: 45, den: 50, confidence: 'lowered' });
  expect(by['i4']).toMatchObject({ shown: true, num: 9, den: 12 });
  expect(card.indicators.map(({ duty }) => duty)).toEqual(
    SCHEME.map(({ dutyItemId }) => DUTIES.find(({ itemId }) => itemId === dutyItemId)?.title),
  );
  expect(stage.asked).toEqual([[stage.communityId, '2026-09-30T16:00:00.000Z', '2027-01-30T16:00:00.000Z']]);
});

test('sent back and done again by the last day is on time', async () => {
  await stage.setUp(street);
  const [matter, taskId] = [stage.id(), stage.id()];
  await stage.bring('resolutions.task-added', matter, { taskId, dueAt: '2026-12-10T16:00:00.000Z' });
  await stage.bring('resolutions.task-done', matter, { taskId }, '2026-12-07T02:00:00.000Z');
  await stage.bring('resolutions.result-sent-back', matter, { taskId }, '2026-12-06T02:00:00.000Z');
  await stage.bring('resolutions.task-done', matter, { taskId }, '2026-12-05T02:00:00.000Z');
  expect(await stage.repo.cases.tasks(stage.communityId, Q, { promises: true })).toEqual({ due: 1, onTime: 1 });
});

test('a card is made once, when everything has ended, and stays what it was', async () => {
  await stage.setUp(street);
  expect((await make()).body).toEqual({ refused: 'CARD_EARLY', facts: { day: '2027-01-31' } });
  stage.later();
  const [made, again] = [await make(), await make()];
  expect([made.status, again.body]).toEqual([200, { refused: 'CARD_MADE' }]);
  const before = await cardOf();
  stage.residents.results = [];
  await tell();
  expect(await cardOf()).toEqual(before);
  expect(before.card.total).toEqual(made.body['total']);
});

test('what is not known is withheld with its reason and counted from nothing to the whole', async () => {
  await stage.setUp(street);
  stage.residents.results = [];
  stage.residents.followUps = { due: 0, onTime: 0 };
  stage.later();
  await make();
  const { card } = await cardOf();
  expect(card.inputs.map((input) => (input.shown ? '' : input.why))).toEqual([
    ...Array(4).fill('notAsked'),
    'none',
    'none',
  ]);
  expect(card.total).toEqual({ from: 0, to: 10_000, low: 0, high: 10_000 });
});

test('a card that is not what its figures come to says so and raises an alarm', async () => {
  await stage.setUp(street);
  stage.later();
  await make();
  const { recount, card } = await cardOf();
  expect([recount, stage.alarms]).toEqual([{ agrees: true, total: card.total }, []]);
  await stage.client.send(
    new UpdateCommand({
      TableName: 'scorecards',
      Key: { pk: `${stage.communityId}#cards`, sk: Q },
      UpdateExpression: 'SET #total.#from = :more',
      ExpressionAttributeNames: { '#total': 'total', '#from': 'from' },
      ExpressionAttributeValues: { ':more': 9_999 },
    }),
  );
  expect((await cardOf()).recount).toEqual(recount.agrees ? { agrees: false, total: card.total } : {});
  expect(stage.alarms).toMatchObject([
    { communityId: stage.communityId, quarter: Q, stands: { from: 9_999 }, recounted: card.total },
  ]);
});

test('cards are listed for a community over time and for the street in a quarter, and cost the same with many', async () => {
  await stage.setUp(street);
  stage.later();
  await make();
  const few = await stage.call('listCards');
  expect((few.body['items'] as CardHead[]).map(({ quarter }) => quarter)).toEqual([Q]);
  const { items } = (await stage.call('listStreetCards', { quarter: Q }, { as: street })).body as { items: CardHead[] };
  expect(items).toMatchObject([{ communityId: stage.communityId, schemeVersion: 1 }]);
  expect(JSON.stringify(items)).not.toMatch(/理由|标准|名/);
  const [head] = few.body['items'] as CardHead[];
  const put = (n: number) =>
    stage.put('scorecards', { pk: `${stage.communityId}#heads`, sk: `${1000 + n}Q1`, ...head, quarter: '2025Q1' });
  for (let n = 0; n < 25; n += 1) await put(n);
  const page = await stage.call('listCards');
  for (let n = 25; n < 250; n += 1) await put(n);
  const many = await stage.call('listCards');
  expect([(many.body['items'] as unknown[]).length, many.units.read]).toEqual([20, page.units.read]);
});

test('a card costs the same to read however much was counted for it', async () => {
  await stage.setUp(street);
  stage.later();
  await make();
  const few = await stage.call('readCard', { quarter: Q });
  const other = stageScorecards(engine.endpoint);
  const supervisor = await other.person(['supervisor']);
  await other.setUp(supervisor);
  for (let n = 0; n < 120; n += 1)
    await other.bring('resolutions.task-added', other.id(), { taskId: other.id(), dueAt: '2026-12-10T16:00:00.000Z' });
  other.later();
  await other.call('makeCard', { quarter: Q }, { as: supervisor });
  const many = await other.call('readCard', { quarter: Q });
  expect((many.body['card'] as Card).inputs[4]).toMatchObject({ den: 120 });
  expect(many.units).toEqual(few.units);
  other.close();
});

describe('who may', () => {
  testAccess(
    scorecards,
    () => stage as never,
    (name) =>
      name === 'setDuties' ? { items: DUTIES } : name === 'setScheme' ? { indicators: SCHEME } : { quarter: Q },
  );
  test('another street’s supervisor may not', async () => {
    const other = stageScorecards(engine.endpoint);
    const stranger = await other.person(['supervisor']);
    expect((await make(Q, stranger)).body).toEqual({ refused: 'NOT_ELIGIBLE' });
    expect((await stage.call('setDuties', { items: DUTIES }, { as: stranger })).body).toEqual({
      refused: 'NOT_ELIGIBLE',
    });
    other.close();
  });
});

test('events tell ids and numbers only', async () => {
  await stage.setUp(street);
  stage.later();
  await make();
  expect(stage.said.map(({ type, scope, data }) => [type, scope, Object.keys(data).sort()])).toEqual([
    ['scorecards.duties-set', stage.streetId, ['items', 'version']],
    ['scorecards.scheme-set', stage.streetId, ['dutiesVersion', 'from', 'version']],
    ['scorecards.card-made', stage.communityId, ['from', 'high', 'low', 'quarter', 'schemeVersion', 'to']],
  ]);
});
