import type { Audience } from '@gongzhi/shared/kernel/audience';
import {
  isCurrent,
  isPublic,
  isTaken,
  mayChangeOut,
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
