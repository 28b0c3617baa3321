import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { RULE } from './test-acts';
import { WISH, refusalOf, stageWish, type Stage } from './test-wish';

/** The community's own rule: what is made from then on goes by it, what was there before as it was. */
let engine: TestTables;
let stage: Stage;
let worker: string;
let wisher: string;
let me: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'wishes']);
});
beforeEach(async () => {
  stage = stageWish(engine.endpoint);
  [worker, wisher, me] = [await stage.person(['worker']), await stage.person(), await stage.person()];
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const set = (more: object, as = worker) => stage.call('changeRule', { ...RULE, ...more }, { as });
const make = (budget: number) => stage.call('makeWish', { ...WISH, budget }, { as: wisher });

test('until a community says otherwise it is ours; a worker changes it, with a source and a day, and the change is noted', async () => {
  const ours = await stage.call('readRule');
  expect(ours.body).toMatchObject({ budgetFen: 20_000, claimDays: 7, visitDays: 30, verified: true });
  expect(refusalOf(await set({ budgetFen: 5_000 }, me))).toBe('NOT_ELIGIBLE');
  expect((await set({ budgetFen: 5_000 })).status).toBe(200);
  expect((await stage.call('readRule')).body).toEqual({
    ...{ ...RULE, budgetFen: 5_000, sourceDate: '2026-11-27', verified: false },
  });
  expect(stage.said.at(-1)).toMatchObject({
    ...{ type: 'wishes.rule-changed', actor: worker, data: { budgetFen: 5_000, claimDays: 7, visitDays: 30 } },
  });
  expect(JSON.stringify(stage.said.at(-1))).not.toContain('居民会议');
});

test('a wish costs at most what the rule says, and the refusal says how much', async () => {
  await set({ budgetFen: 5_000 });
  expect((await make(5_001)).body).toEqual({ refused: 'BUDGET_OVER', facts: { yuan: 50 } });
  expect((await make(5_000)).status).toBe(200);
});

test('a claim holds as long as the rule says, one made before as long as it was told; a visit is as soon as it says', async () => {
  const [before, after] = [await stage.opened(wisher, worker), await stage.opened(wisher, worker)];
  await stage.call('claimWish', { wishId: before }, { as: me });
  await set({ claimDays: 2, visitDays: 3 });
  await stage.call('claimWish', { wishId: after }, { as: me });
  const window = stage.inHours(3 * 24 + 1, 3 * 24 + 2);
  expect((await stage.call('arrangeVisit', { wishId: after, window }, { as: me })).body).toEqual({
    refused: 'VISIT_FAR',
    facts: { days: 3 },
  });
  stage.later((2 * DAY) / MINUTE);
  expect((await stage.list('listOpen')).map(({ wishId }) => wishId)).toEqual([after]);
  stage.later((5 * DAY) / MINUTE);
  expect((await stage.list('listOpen')).map(({ wishId }) => wishId).sort()).toEqual([before, after].sort());
});
