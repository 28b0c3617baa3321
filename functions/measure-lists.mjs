/**
 * Reads the first page of the lists of wishes and of the three lists at ten, at one page and at `count` records in each, on
 * an engine of its own. Run by `npm run bench` with `{ count }`; says what each list read, in read units.
 */
import { readFileSync } from 'node:fs';
import { startTables } from '@gongzhi/local/test-tables';
import { measureProjects } from './src/projects/test-many.ts';
import { measureWishes } from './src/wishes/test-many.ts';

const { count } = JSON.parse(readFileSync(0, 'utf8'));
const engine = await startTables(['identity', 'directory', 'ledger', 'units', 'party', 'projects', 'wishes']);
try {
  const wishes = await measureWishes(engine.endpoint, count);
  console.log(JSON.stringify([...wishes, ...(await measureProjects(engine.endpoint, count))]));
} finally {
  await engine.stop();
}
