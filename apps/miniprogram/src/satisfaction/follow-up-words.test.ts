import { dueWords, mineWords, standOf, turnWords } from './follow-up-words';

const dueAt = '2026-12-18T16:00:00.000Z';
it('says the last day and not the instant behind it', () => expect(dueWords(dueAt)).toBe('12月18日（周五）'));

it.each([
  ['open', '2026-12-18T15:59:59.999Z', '等答复'],
  ['open', '2026-12-18T16:00:00.000Z', '超期 1 天'],
  ['open', '2026-12-21T16:00:00.000Z', '超期 4 天'],
  ['answered', '2026-12-30T00:00:00.000Z', '等居民确认'],
  ['accepted', '2026-12-30T00:00:00.000Z', '居民已认可'],
] as const)('%s at %s: %s', (state, now, words) => expect(standOf({ state, dueAt }, new Date(now))[0]).toBe(words));

it('says each turn', () => {
  const at = '2026-12-01T00:00:00.000Z';
  expect(turnWords({ at, did: '换了灯' })).toEqual({ what: '社区答复', words: '换了灯' });
  expect(turnWords({ at, back: 'partly' })).toEqual({ what: '居民退回', words: '只解决了一部分' });
  expect(turnWords({ at, accepted: true })).toEqual({ what: '居民认可' });
});

it('says to whoever gave the low answer what is next', () => {
  expect(mineWords({ state: 'open', dueAt })).toBe('社区最晚12月18日（周五）答复。');
  expect(mineWords({ state: 'answered', dueAt })).toMatch(/是否认可/);
  expect(mineWords({ state: 'accepted', dueAt })).toMatch(/已认可/);
});
