import { correctionOf, missingOf, typedFrom } from './model';

const words = {
  ...{ title: '停水', body: '请接水', place: '3号楼前', links: [] },
  ...{ when: '2026-12-02T01:00:00.000Z', until: '2026-12-02T03:00:00.000Z' },
};
const LINK = { to: 'vote' as const, id: '01KATQ8M3N5P7R9S1T2V4W6X8Y', label: '表决' };
const typed = typedFrom({ words });

test.each([
  ['the day', { date: '2026-12-03' }, { when: '2026-12-03T01:00:00.000Z', until: '2026-12-03T03:00:00.000Z' }],
  ['the hour', { start: '10:30' }, { when: '2026-12-02T02:30:00.000Z' }],
  ['the place', { place: '5号楼前' }, { place: '5号楼前' }],
  ['the text', { body: '不停水' }, { body: '不停水' }],
  ['what is attached', { links: [LINK] }, { links: [LINK] }],
])('a correction of %s changes that and leaves the rest', (_, part, want) =>
  expect(correctionOf({ ...typed, ...part }, { words })).toEqual({ ...words, ...want }),
);

test('a time and a place can be taken away; an end on another day stays when nobody touches it', () => {
  const { when: _, until: __, place: ___, ...rest } = words;
  const none = { ...typed, place: ' ', date: '', start: '', end: '' };
  expect(correctionOf(none, { words })).toEqual(rest);
  const long = { ...words, until: '2026-12-09T03:00:00.000Z' };
  expect(correctionOf({ ...typedFrom({ words: long }), title: '停水一周' }, { words: long })).toEqual({
    ...long,
    title: '停水一周',
  });
});

test.each([
  ['nothing was changed', {}, '改好'],
  ['what it was is not said', { date: '2026-12-03' }, '更正了什么'],
  ['there is no text', { body: ' ', note: '日期' }, '正文'],
  ['all is said', { date: '2026-12-03', note: '日期' }, undefined],
])('when %s', (_, part, want) => {
  const missing = missingOf({ ...typed, ...part }, { words });
  if (want) expect(missing).toContain(want);
  else expect(missing).toBeUndefined();
});
