/**
 * One notice to `recipients` with every error WeChat and the line have, and estimates of audiences among as many members, on
 * engines of their own: see measureNotices and measureEstimates. Run by `npm run bench`.
 */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startTables } from '@gongzhi/local/test-tables';
import { TABLES } from './src/announcements/test-announcing.ts';
import { measureEstimates } from './src/announcements/test-many.ts';
import { measureNotices } from './src/notices/test-many.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const heapOf = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

const wanted = JSON.parse(readFileSync(0, 'utf8'));
const on = async (measure) => {
  const engine = await startTables(TABLES);
  try {
    return await measure(engine.endpoint);
  } finally {
    await engine.stop();
  }
};
const sent = await on((endpoint) => measureNotices(endpoint, wanted, heapOf));
const estimates = await on((endpoint) => measureEstimates(endpoint, wanted.recipients));
console.log(JSON.stringify({ ...sent, estimates }));
