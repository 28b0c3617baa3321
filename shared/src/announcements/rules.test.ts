import type { Audience } from '@gongzhi/shared/kernel/audience';
import type { Words } from './model';
import {
  changedIn,
  isCurrent,
  isPublic,
  isTaken,
  mayChangeOut,
  mayCorrect,
  mayDecide,
  mayEdit,
  mayRead,
  maySend,
  mayTakeBack,
  meansSilent,
  needsOf,
  needsSecond,
  outState,
  rankOf,
  type Standing,
} from './rules';

const now = new Date('2026-11-27T02:00:00.000Z');
const standing = (more: Partial<Standing> = {}): Standing => ({
  ...{ state: 'draft', authorId: 'a', revision: 3, audience: {}, ...more },
});
const saidOf = (refusal: { refused: string } | undefined) => refusal?.refused;

test.each([
  ['the author', {}, 'a', 3, undefined],
  ['what was sent back', { state: 'returned' as const }, 'a', 3, undefined],
  ['somebody else', {}, 'b', 3, 'NOT_YOURS'],
  ['what waits', { state: 'waiting' as const }, 'a', 3, 'ANNOUNCEMENT_OUT'],
  ['what is out', { state: 'published' as const }, 'a', 3, 'ANNOUNCEMENT_OUT'],
  ['an old state', {}, 'a', 2, 'STALE'],
  ['no state', {}, 'a', undefined, 'STALE'],
])('editing by %s', (_, more, personId, seen, want) =>
  expect(saidOf(mayEdit(standing(more), { personId, seen }))).toBe(want),
);

test.each([
  [{ kind: 'service' as const }, undefined],
  [{ kind: 'service' as const, publishAt: '2026-11-27T02:00:00.001Z' }, undefined],
  [{ kind: 'service' as const, publishAt: '2026-11-27T02:00:00.000Z' }, 'PUBLISH_TIME'],
  [{ kind: 'service' as const, publishAt: '2027-01-26T02:00:00.000Z' }, undefined],
  [{ kind: 'service' as const, publishAt: '2027-01-26T02:00:00.001Z' }, 'PUBLISH_TIME'],
  [{ kind: 'urgent' as const, override: '燃气' }, undefined],
  [{ kind: 'reminder' as const, override: '燃气' }, 'OVERRIDE_URGENT'],
])('sending %j', (sending, want) => expect(saidOf(maySend(sending, now))).toBe(want));

test('it goes out now, or at an instant to come', () => {
  expect(outState(undefined, now)).toBe('published');
  expect(outState(now.toISOString(), now)).toBe('published');
  expect(outState('2026-11-27T02:00:00.001Z', now)).toBe('scheduled');
});

test.each([
  ['another of what waits', { state: 'waiting' as const }, 'b', 3, undefined],
  ['its author', { state: 'waiting' as const }, 'a', 3, 'OWN_ANNOUNCEMENT'],
  ['another of a draft', {}, 'b', 3, 'NOTHING_WAITS'],
  ['another of what is out', { state: 'published' as const }, 'b', 3, 'NOTHING_WAITS'],
  ['the author of another’s correction', { state: 'published' as const, proposedBy: 'b' }, 'a', 3, undefined],
  ['who wrote the correction', { state: 'published' as const, proposedBy: 'b' }, 'b', 3, 'OWN_ANNOUNCEMENT'],
  ['another, of an old state', { state: 'waiting' as const }, 'b', 2, 'STALE'],
])('deciding by %s', (_, more, personId, seen, want) =>
  expect(saidOf(mayDecide(standing(more), { personId, seen }))).toBe(want),
);

test('only what waits or is scheduled is taken back, and only what is out is changed', () => {
  const states = ['draft', 'waiting', 'returned', 'scheduled', 'published', 'withdrawn'] as const;
  const ok = (may: (of: Standing, seen: number) => unknown) => states.filter((state) => !may(standing({ state }), 3));
  expect(ok(mayTakeBack)).toEqual(['waiting', 'scheduled']);
  expect(ok(mayChangeOut)).toEqual(['published']);
  expect(saidOf(mayTakeBack(standing({ state: 'waiting' }), 1))).toBe('STALE');
  expect(saidOf(mayChangeOut(standing({ state: 'published' }), 1))).toBe('STALE');
});

const said = {
  ...{ title: '停水', body: '请接水', place: '3号楼前', links: [] },
  ...{ when: '2026-12-02T01:00:00.000Z', until: '2026-12-02T03:00:00.000Z' },
};
const { place: _place, ...nowhere } = said;
const { when: _when, until: _until, ...never } = said;
const link = { to: 'vote' as const, id: '01KATQ8M3N5P7R9S1T2V4W6X8Y', label: '表决' };
test.each<[string, Words, string[], string | undefined]>([
  ['nothing', said, [], 'NOTHING_CHANGED'],
  [
    'a later day',
    { ...said, when: '2026-12-03T01:00:00.000Z', until: '2026-12-03T03:00:00.000Z' },
    ['time'],
    undefined,
  ],
  ['a later end', { ...said, until: '2026-12-02T03:00:00.001Z' }, ['time'], undefined],
  ['an end at once', { ...said, when: '2026-11-27T01:00:00.000Z', until: now.toISOString() }, ['time'], 'TIME_OVER'],
  ['what is under way', { ...said, when: '2026-11-27T01:00:00.000Z' }, ['time'], undefined],
  ['a start that is over, without an end', { ...never, when: '2026-11-27T01:59:59.999Z' }, ['time'], 'TIME_OVER'],
  ['no time', never, ['time'], undefined],
  ['another place', { ...said, place: '5号楼前' }, ['place'], undefined],
  ['no place', nowhere, ['place'], undefined],
  ['a title and a text', { ...said, title: '不停水', body: '照常' }, ['title', 'body'], undefined],
  ['what is attached', { ...said, links: [link] }, ['links'], undefined],
])('a correction to %s', (_, after, changed, want) => {
  expect(changedIn(said, after)).toEqual(changed);
  expect(saidOf(mayCorrect({ before: said, after }, now))).toBe(want);
});

test('a text about what is long over may be corrected while its time stays', () => {
  const over = { ...said, when: '2026-11-20T01:00:00.000Z', until: '2026-11-20T03:00:00.000Z' };
  expect(mayCorrect({ before: over, after: { ...over, body: '已经恢复' } }, now)).toBeUndefined();
});

test.each<[string, Audience, boolean, boolean, boolean]>([
  ['everybody', {}, true, true, true],
  ['a building', { places: [{ building: '3' }] }, false, true, true],
  ['residents', { roles: ['resident'] }, false, true, true],
  ['workers', { roles: ['worker'] }, false, true, false],
  ['a skill', { interests: ['law'] }, false, true, false],
  ['followers', { followers: 'x' }, false, false, false],
  ['a list', { people: ['x'] }, false, false, false],
])('for %s: a second person, public, silent households', (_, audience, second, open, silent) =>
  expect([needsSecond(audience), isPublic(audience), meansSilent(audience)]).toEqual([second, open, silent]),
);

test('it stands on the board for thirty days, or until what it tells of is over', () => {
  const at = '2026-10-28T02:00:00.001Z';
  expect(isCurrent({ at }, now)).toBe(true);
  expect(isCurrent({ at: '2026-10-28T02:00:00.000Z' }, now)).toBe(false);
  expect(isCurrent({ at: '2026-09-01T00:00:00.000Z', until: '2026-11-28T00:00:00.000Z' }, now)).toBe(true);
  expect(isCurrent({ at: '2026-09-01T00:00:00.000Z', when: '2026-11-28T00:00:00.000Z' }, now)).toBe(true);
  expect(isCurrent({ at: '2026-09-01T00:00:00.000Z', when: '2026-11-27T00:00:00.000Z' }, now)).toBe(false);
});

test('a list’s is read by those on it and by staff, and a draft by nobody', () => {
  const read = (more: Partial<Standing>, personId: string, staff = false) =>
    mayRead(standing({ state: 'published', ...more }), { personId, staff });
  const list = { audience: { people: ['p'] } };
  expect([read({}, 'x'), read(list, 'p'), read(list, 'x'), read(list, 'x', true)]).toEqual([true, true, false, true]);
  expect([read({ state: 'withdrawn' }, 'x'), read({ state: 'waiting' }, 'x', true)]).toEqual([true, false]);
});

test.each([
  [{ adults: 1, joined: 1, bands: ['75+'] }, ['alone'], 0],
  [{ adults: 2, joined: 1, bands: ['35-59', '75+'] }, ['elderly'], 1],
  [{ adults: 1, joined: 0, bands: [] }, ['single', 'silent'], 2],
  [{ adults: 1, joined: 1, bands: [] }, ['single'], 3],
  [{ adults: 3, joined: 0, bands: [] }, ['silent'], 3],
  [{ adults: 2, joined: 2, bands: ['35-59'] }, [], 3],
])('a household of %j', (household, needs, rank) => {
  expect(needsOf(household)).toEqual(needs);
  expect(rankOf(needsOf(household))).toBe(rank);
});

test('a row is in somebody else’s hand until its half hour is over', () => {
  const until = '2026-11-27T02:00:00.001Z';
  const taken = (by: string | undefined, end: string | undefined) =>
    isTaken({ by, until: end }, { personId: 'me', now });
  expect([taken('you', until), taken('me', until), taken(undefined, undefined)]).toEqual([true, false, false]);
  expect(taken('you', now.toISOString())).toBe(false);
});
