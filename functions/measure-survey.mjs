/**
 * A survey of a whole town on an engine of its own: what an answer writes, what a result reads at ten and at `answers`
 * answers, and how long it takes to draw and invite `sample` of `households` although the clock is killed on the way. Run
 * by `npm run bench`.
 */
import { readFileSync } from 'node:fs';
import { startTables } from '@gongzhi/local/test-tables';
import { measureSurvey } from './src/satisfaction/test-many.ts';
import { TABLES } from './src/satisfaction/test-survey.ts';

const engine = await startTables(TABLES);
try {
  console.log(JSON.stringify(await measureSurvey(engine.endpoint, JSON.parse(readFileSync(0, 'utf8')))));
} finally {
  await engine.stop();
}
