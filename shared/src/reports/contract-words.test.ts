import type { Route } from '@gongzhi/shared/kernel/contract';
import { reports } from './contract';
import { BAD } from './test-bad-inputs';
import { GOOD, criterion, id, ref, said, type Name } from './test-inputs';

/** Every field of every route, missed and misread, with the exact words that are read for it. */
const parsed = (name: Name, input: object) => (reports[name] as Route).input.safeParse(input, { jitless: true });
const read = (name: Name, input: object) =>
  (parsed(name, input).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
const names = Object.keys(reports) as Name[];
const without = (input: object, field: string) =>
  Object.fromEntries(Object.entries(input).filter(([one]) => one !== field));

test.each(names)('%s: every field is missed and misread in words', (name) => {
  expect(read(name, GOOD[name])).toEqual([]);
  const fields = Object.keys(reports[name].input.shape);
  expect(fields.filter((field) => !(field in GOOD[name]))).toEqual([]);
  const all = fields.flatMap((field) =>
    (BAD[`${name}.${field}`] ?? BAD[field] ?? []).map((bad) => [field, ...bad] as const),
  );
  expect(fields.filter((field) => all.filter(([of]) => of === field).length < 3)).toEqual([]);
  // one wrong thing is answered with one sentence, and nothing is said of a field that was right
  for (const [field, value, sentence] of all)
    expect([field, value, read(name, { ...GOOD[name], [field]: value })]).toEqual([
      ...[field, value, [sentence.includes(': ') ? sentence : `${field}: ${sentence}`]],
    ]);
});

test.each(names)('%s: only a cursor may be left out, and nothing else is taken', (name) => {
  const left = Object.keys(GOOD[name]).filter((field) => read(name, without(GOOD[name], field)).length === 0);
  expect(left).toEqual(Object.keys(GOOD[name]).filter((field) => field === 'cursor'));
  for (const more of ['score', 'rank', 'minutes', 'unitId', 'branchId', 'personId', 'version', 'sentAt', 'phone'])
    expect(read(name, { ...GOOD[name], [more]: 1 })).toEqual([`: 不认识的字段：${more}`]);
  expect(read(name, { ...GOOD[name], score: 95, rank: 1 })).toEqual([': 不认识的字段：score、rank']);
});

/** Words that people type: the route, how they are laid into a request, and how many there may be. */
const TYPED: [Name, string, number, lines: boolean, lay: (words: string) => object][] = [
  ['objectReport', '哪里不对', 100, true, (words) => ({ words })],
  ['answerReport', '答复', 100, true, (words) => ({ words })],
  ['setCriteria', '依据', 120, false, (source) => ({ source })],
  ['setCriteria', '标准的名称', 12, false, (title) => ({ items: [{ ...criterion, title }] })],
  ['setCriteria', '要回答的问题', 80, false, (asks) => ({ items: [{ ...criterion, asks }] })],
  ['answerEvaluation', '评议', 200, true, (words) => ({ said: [{ ...said, words }] })],
  ['answerAsResident', '想说的话', 100, true, (words) => ({ words })],
  ['replyEvaluation', '回应', 200, true, (words) => ({ words })],
];
test.each(TYPED)('%s: %s at their longest, an emoji by the one, and what surrounds them is cut', (name, ...of) => {
  const [, most, lines, lay] = of;
  const taken = (words: string) => JSON.stringify(parsed(name, { ...GOOD[name], ...lay(words) }).data ?? null);
  const shown = (words: string) => JSON.stringify(words).slice(1, -1);
  for (const longest of ['字'.repeat(most), `字${'🙂'.repeat(most - 1)}`, `字${'𠮷'.repeat(most - 1)}`]) {
    expect(taken(longest)).toContain(`"${longest}"`);
    // blanks around it do not count, and are not kept
    expect(taken(` \n\u3000${longest}\t `)).toContain(`"${longest}"`);
    expect(taken(`${longest}🙂`)).toBe('null');
  }
  expect(taken('上\n\n下')).toEqual(lines ? expect.stringContaining(`"${shown('上\n\n下')}"`) : 'null');
  expect(taken('7')).toContain('"7"');
});

test('as many lines, criteria and services as there may be', () => {
  const lines = Array.from({ length: 200 }, (_, n) => n + 1);
  expect(read('objectReport', { ...GOOD.objectReport, lines })).toEqual([]);
  expect(read('agreeReport', { ...GOOD.agreeReport, words: lines })).toEqual([]);
  expect(read('agreeReport', { ...GOOD.agreeReport, words: [] })).toEqual([]);
  const six = <T extends object>(whole: T) => [1, 2, 3, 4, 5, 6].map((n) => ({ ...whole, criterionId: `c${n}` }));
  expect(read('setCriteria', { ...GOOD.setCriteria, items: six(criterion) })).toEqual([]);
  const refs = Array.from({ length: 5 }, (_, n) => ({ ...ref, entryId: id(n) }));
  expect(read('answerEvaluation', { ...GOOD.answerEvaluation, said: six({ ...said, refs }) })).toEqual([]);
  expect(read('answerEvaluation', { ...GOOD.answerEvaluation, said: [{ ...said, refs: [] }] })).toEqual([]);
});

test.each([
  ...['共 100 分钟', '３０分钟一次', '三十分钟', '分内的事', '十分用心', '百分之九十五', '做得到位，过分谦虚'],
  ...['第一次来', '第 3 次下雨', '合格证', 'A 座 3 级台阶', '名列前茅', '95 分之一的时间'],
])('“%s” is a fact and no mark', (words) => {
  expect(read('answerEvaluation', { ...GOOD.answerEvaluation, said: [{ ...said, words }] })).toEqual([]);
  expect(read('replyEvaluation', { ...GOOD.replyEvaluation, words })).toEqual([]);
});

test.each([
  ['objectionDays', [3, 7, 60]],
  ['every', ['half', 'quarter']],
  ['unitSide', [true, false]],
])('the rule takes each %s that is allowed', (field, values) => {
  for (const value of values) expect(read('changeRule', { ...GOOD.changeRule, [field]: value })).toEqual([]);
});
test.each(['2000-H1', '2026-H2', '2099-Q4', '2027-Q1', '2027-Q2', '2027-Q3'])('%s is a period', (period) =>
  expect(read('readMyReport', { ...GOOD.readMyReport, period })).toEqual([]),
);
