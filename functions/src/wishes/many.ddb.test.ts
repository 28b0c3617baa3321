import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { measureWishes } from './test-many';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'wishes']);
});
afterAll(() => engine.stop());

// `npm run bench` measures the same at ten thousand
test('a list of wishes costs at a thousand what it costs at one page, and at ten no more', async () => {
  const lists = await measureWishes(engine.endpoint, 1_000);
  expect(lists.map(({ name }) => name)).toEqual(
    ['listOpen', 'listMine', 'listClaimed', 'listWaiting'].map((name) => `wishes.${name}`),
  );
  for (const { name, few, page, many } of lists)
    expect([name, Math.abs(many - page) <= 1, few <= page, many <= 14]).toEqual([name, true, true, true]);
}, 60_000);
