import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { measureProjects } from './test-many';
import { TABLES } from './test-projects';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());

// `npm run bench` measures the same at ten thousand
test('lists of needs, resources, projects and posts cost at five hundred what they cost at one page, and at ten no more', async () => {
  const lists = await measureProjects(engine.endpoint, 500);
  expect(lists).toHaveLength(8);
  for (const { name, few, page, many } of lists)
    expect([name, Math.abs(many - page) <= 1, few <= page, many <= 48]).toEqual([name, true, true, true]);
}, 60_000);
