/** What drawing the opinions of many people takes, in a process of its own: `{ people, statements }` → seconds, groups and how many people stand in them. */
import { readFileSync } from 'node:fs';
import { drawPicture } from './src/opinions/draw-picture.ts';
import { plantAnswers } from './src/opinions/plant-answers.ts';

const { people, statements } = JSON.parse(readFileSync(0, 'utf8'));
const { rows } = plantAnswers({ seed: 7, people, statements, groups: 3, bridges: 6 });
const bodies = rows[0].map((_, i) => `第 ${i + 1} 条看法：晚上楼道看不清台阶，老人不安全。`);
const started = performance.now();
const { groups } = drawPicture(rows, bodies, new Date().toISOString());
const seconds = (performance.now() - started) / 1_000;
console.log(
  JSON.stringify({ seconds, groups: groups.length, placed: groups.reduce((sum, { size }) => sum + size, 0) }),
);
