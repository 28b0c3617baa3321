import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { measureNotices } from './test-many';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils', 'notices', 'exchange', 'announcements']);
});
afterAll(() => engine.stop());

/** What `npm run bench` measures at 10,000. */
test('two hundred with errors of each kind: one final state each, balances exact, nobody twice', async () => {
  const recipients = 200;
  let heaps = 0;
  const heapOf = () => (heaps += 1);
  const measured = await measureNotices(engine.endpoint, { recipients, early: 100 }, heapOf);
  expect(measured).toMatchObject({ final: recipients, untrue: 0, twice: 0, differing: 0, counted: true });
  expect(measured.heap).toEqual({ tell: { early: 1, all: 2 }, send: { early: 3, all: 4 } });
  expect(measured.spoilt).toBeGreaterThan(10);
  // what halts the whole sending weighs more on few
  expect(measured.writes).toBeLessThanOrEqual(3.5);
}, 120_000);
