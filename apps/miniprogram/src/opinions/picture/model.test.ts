import type { Picture } from '@gongzhi/shared/opinions/model';
import { circlesOf, inWords, leadWords, saidWords, waitingWords } from './model';

const group = (size: number, x = 0, y = 0) => ({ size, x, y, says: [] });
const picture = (groups: Picture['groups'], placed = 30): Picture => ({
  shown: true,
  people: placed,
  placed,
  needed: 15,
  votes: 300,
  statements: 12,
  groups,
  bridges: [],
  majority: [],
  table: [{ no: '3', body: '先装老人多的单元', all: { agree: 9, disagree: 1, pass: 0 }, groups: [] }],
});

test('the picture is said in words before it is drawn', () => {
  expect(leadWords(picture([group(18), group(12)]))).toBe('30 位居民的回答大致分成 2 群：A 群 18 人，B 群 12 人。');
  expect(leadWords(picture([group(30)]))).toBe('30 位居民的回答没有明显分成几群。');
  expect(waitingWords(picture([], 9))).toBe('现在有 9 人回答得够多。满 15 人才画图，人太少容易猜出是谁。');
});
test('a statement is said with its side', () => {
  expect(saidWords({ no: '3', side: 'disagree' }, picture([]).table)).toBe('不同意：先装老人多的单元');
  expect(inWords({ agree: 9, disagree: 1, pass: 2 })).toBe('9 人同意，1 人不同意，2 人跳过');
});
test('circles: areas go with people, the smallest can be read, and all stay on the field', () => {
  const circles = circlesOf([group(40, 100, -100), group(10, -100, 100), group(5, 0, 0)]);
  expect(circles.map(({ wide }) => wide)).toEqual([96, 56, 56]);
  const close = circlesOf([group(12, -73, -24), group(12, 100, 0), group(6, -55, 48)]);
  for (const [i, a] of close.entries())
    for (const b of close.slice(i + 1))
      expect(Math.hypot((a.left - b.left) * 2.5, (a.top - b.top) * 2.4)).toBeGreaterThan((a.wide + b.wide) / 2 - 3);
  for (const { left, top } of circles) {
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(20);
    expect(Math.max(left, top)).toBeLessThanOrEqual(80);
  }
});
