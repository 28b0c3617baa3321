import { aloudOf } from './model';

const words = { title: '停水', body: '请接水', links: [] };
test('what is read aloud says first that it holds no more, and what was corrected', () => {
  expect(aloudOf({ state: 'published', words })).toBe('停水\n请接水');
  expect(aloudOf({ state: 'withdrawn', note: '日期', words })).toBe('这份通知已经撤回。\n有更正：日期。\n停水\n请接水');
  const when = '2026-12-02T01:00:00.000Z';
  expect(aloudOf({ state: 'published', words: { ...words, place: '3号楼', when, until: when } })).toContain(
    '时间：12月2日（周三）上午9点 到 12月2日（周三）上午9点\n地点：3号楼',
  );
});
