import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { announcements } from './contract';
import { LINKED, MOST, NEEDS, Words } from './model';
import { ANNOUNCING } from './rule-sets';

const routes = Object.entries<Route>(announcements);
const words = { title: '停水', body: '请接水', links: [] };
const said = (more: object) =>
  (Words.safeParse({ ...words, ...more }).error?.issues ?? []).map(({ message }) => message);

test.each([
  ['nothing more', {}, []],
  ['a title that is too long', { title: '水'.repeat(MOST.title + 1) }, ['标题不能超过 40 个字']],
  ['a title of emoji alone', { title: '🎉🎉' }, ['标题要有文字，不能只有表情或符号']],
  ['a text that is too long', { body: '水'.repeat(MOST.body + 1) }, ['正文不能超过 1000 个字']],
  ['an end without a start', { until: '2026-11-27T02:00:00.000Z' }, ['结束时间要晚于开始时间']],
  [
    'an end before the start',
    { when: '2026-11-27T02:00:00.000Z', until: '2026-11-27T01:00:00.000Z' },
    ['结束时间要晚于开始时间'],
  ],
])('words with %s', (_, more, want) => expect(said(more)).toEqual(want));

test('what is attached is a page of the product, three at most', () => {
  const link = { to: 'proposal', id: '01KATQ8M3N5P7R9S1T2V4W6X8Y', label: '加装电梯' };
  expect(said({ links: [link, link, link] })).toEqual([]);
  expect(said({ links: [link, link, link, link] })).toEqual(['附件最多 3 个']);
  expect(Words.safeParse({ ...words, links: [{ ...link, to: 'https://example.com' }] }).success).toBe(false);
  expect(Object.keys(LINKED)).toHaveLength(4);
});

test('only the board is open, and no command is', () => {
  const open = routes.filter(([, { access }]) => access === 'public').map(([name]) => name);
  expect(open.sort()).toEqual(['printBoard', 'readBoard']);
  expect(routes.filter(([, route]) => isCommand(route) && route.access === 'public')).toEqual([]);
});

test('whoever approves need not be able to write, and 楼组长 see nothing but call lists', () => {
  const of = (role: string) =>
    routes.filter(([, { access }]) => Array.isArray(access) && access.includes(role)).map(([name]) => name);
  expect(of('supervisor')).not.toContain('saveDraft');
  expect(of('supervisor')).toEqual(expect.arrayContaining(['approveAnnouncement', 'sendBack', 'listWaiting']));
  expect(of('buildingHead').sort()).toEqual([
    ...['listCallLists', 'listRows', 'readAnnouncement', 'readFiles', 'settleRow', 'takeRow'],
  ]);
});

test('every number has a source, and that somebody lives alone is said to be a guess', () => {
  expect(Object.values(ANNOUNCING).filter(({ source }) => source.length < 4)).toEqual([]);
  expect(ANNOUNCING.livesAlone.source).toContain('推测');
  expect(NEEDS.alone).toContain('可能');
});
