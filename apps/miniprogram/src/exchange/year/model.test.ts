import type { Year } from '@gongzhi/shared/exchange/model';
import { isQuiet, pictureOf, yearWords } from './model';

const year = (more: Partial<Year> = {}): Year => ({
  ...{ year: 2026, recorded: 150, honorary: 0, services: 2, thanks: 0, kinds: [], total: 150 },
  ...more,
});
const KINDS = ['elderly', 'repair', 'culture', 'order'].map((kind, i) => ({ kind, minutes: 400 - i }));

test.each<[string, Partial<Year>, string[]]>([
  ['a small year', {}, ['参加志愿服务 2 次。', '记录时长 2 小时 30 分钟。']],
  [
    'a full one names three kinds',
    { honorary: 60, thanks: 3, kinds: KINDS, total: 6_000 },
    [
      '参加志愿服务 2 次。',
      '记录时长 2 小时 30 分钟。',
      '另有荣誉时长 1 小时。',
      '为老服务：6 小时 40 分钟。',
      '便民维修：6 小时 39 分钟。',
      '文体活动：6 小时 38 分钟。',
      '收到 3 句感谢。',
      '几年加起来，已满 100 小时。',
    ],
  ],
  [
    'a kind nobody knows',
    { kinds: [{ kind: 'flying', minutes: 60 }] },
    ['参加志愿服务 2 次。', expect.anything() as string, '其他：1 小时。'],
  ],
])('%s', (_, more, said) => expect(yearWords(year(more))).toEqual(said));

test('a year without service is quiet, and one with honorary hours alone is not', () => {
  expect([isQuiet(year({ recorded: 0 })), isQuiet(year({ recorded: 0, honorary: 5 }))]).toEqual([true, false]);
});

const wordsIn = (picture: ReturnType<typeof pictureOf>) =>
  picture.strokes.flatMap((stroke) => ('words' in stroke ? [stroke] : []));

test('the picture tells whose it is only where its owner wished it', () => {
  const community = '延吉新村社区';
  expect(wordsIn(pictureOf(year(), { community })).map(({ words }) => words)).toContain('我的 2026 年');
  expect(JSON.stringify(pictureOf(year(), { community }))).not.toContain('王秀兰');
  expect(wordsIn(pictureOf(year(), { community, name: '王秀兰' })).map(({ words }) => words)).toContain(
    '王秀兰的 2026 年',
  );
});

test('whatever a year holds, its words lie inside the picture and none over another', () => {
  const fullest = year({ recorded: 99_999, honorary: 9_999, services: 365, thanks: 200, kinds: KINDS, total: 99_999 });
  const { width, height, ...picture } = pictureOf(fullest, { community: '小营街道延吉新村第一社区', name: '欧阳秀兰' });
  const words = wordsIn({ width, height, ...picture });
  for (const { words: text, at, size } of words) {
    const wide = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? size * 0.6 : size), 0);
    expect([text, at[0] + wide <= width, at[1] + size <= height]).toEqual([text, true, true]);
  }
  const tops = words.map(({ at, size }) => [at[1], at[1] + size] as const).sort((a, b) => a[0] - b[0]);
  for (const [i, [top]] of tops.entries()) expect(top).toBeGreaterThanOrEqual(tops[i - 1]?.[1] ?? 0);
});
