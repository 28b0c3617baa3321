import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { measureEstimates } from './test-many';
import { TABLES } from './test-announcing';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());

/** What `npm run bench` measures at 10,000. */
test('an audience is estimated exactly, and from less than its members', async () => {
  const estimates = await measureEstimates(engine.endpoint, 400);
  expect(estimates.map(({ right }) => right)).toEqual([true, true, true]);
  expect(Math.max(...estimates.map(({ read }) => read))).toBeLessThan(20);
});
