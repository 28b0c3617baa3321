import fc from 'fast-check';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { DAY } from '@gongzhi/shared/kernel/time';
import { directory } from './contract';
import type { RollRow } from './model';
import { inChunks } from './roll-chunks';
import { CHUNK_ROWS, CHUNK_WRITES, namesEachOnce, writesOf } from './roll-limits';
import {
  INVITE,
  inviteExpiresAt,
  mayGrant,
  mayJoin,
  mayRevoke,
  mayStopWorking,
  mayTry,
  mayUse,
  oneMoreWrong,
  seatsOf,
} from './rules';

const NOW = new Date('2026-11-23T01:30:00.000Z');

test.each([
  [0, 4],
  [1, 1],
  [2, 2],
  [12, 12],
])('a household of %i listed adults has %i places', (adults, seats) => expect(seatsOf(adults)).toBe(seats));

test.each([
  ['a stranger, a free place', {}, 1, undefined],
  ['a stranger, the last place', {}, 2, undefined],
  ['a stranger, no place', {}, 3, { refused: 'HOUSEHOLD_FULL', facts: { seats: 3 } }],
  ['more joined than places, after the roll was cut', {}, 4, { refused: 'HOUSEHOLD_FULL', facts: { seats: 3 } }],
  ['a member of any household', { householdId: 'h' }, 0, { refused: 'ALREADY_MEMBER' }],
])('joining a household of three: %s', (_, person, joined, want) =>
  expect(mayJoin(person, { joined, seats: 3 })).toEqual(want),
);

const expiresAt = inviteExpiresAt(NOW).toISOString();
test.each([
  ['fresh', false, 0, undefined],
  ['in its last millisecond', false, 60 * DAY - 1, undefined],
  ['in the instant it expires', false, 60 * DAY, 'INVITE_EXPIRED'],
  ['used', true, 0, 'INVITE_USED'],
  ['used and expired', true, 61 * DAY, 'INVITE_USED'],
])('an invite that is %s', (_, used, later, want) => {
  expect(mayUse({ expiresAt, used }, new Date(NOW.getTime() + later))?.refused).toBe(want);
});

test('ten wrong codes an hour, not an eleventh; the next hour starts anew', () => {
  let tries: ReturnType<typeof oneMoreWrong> | undefined;
  for (let i = 0; i < INVITE.wrongAnHour; i += 1) {
    expect(mayTry(tries, NOW)).toBeUndefined();
    tries = oneMoreWrong(tries, NOW);
  }
  expect(mayTry(tries, NOW)).toEqual({ refused: 'TOO_MANY' });
  const later = new Date(NOW.getTime() + DAY / 24);
  expect(mayTry(tries, later)).toBeUndefined();
  expect(oneMoreWrong(tries, later)).toEqual({ hour: '2026-11-23T02', wrong: 1 });
});

test.each<[Role[], Role, string | undefined]>([
  [[], 'worker', 'NOT_FOUND'],
  [['resident'], 'worker', undefined],
  [['resident'], 'chair', undefined],
  [['worker'], 'chair', 'ROLE_NEEDS_RESIDENT'],
  [['worker'], 'councilMember', 'ROLE_NEEDS_RESIDENT'],
  [['worker'], 'buildingHead', 'ROLE_NEEDS_RESIDENT'],
  [['worker'], 'branchSecretary', undefined],
  [['resident', 'chair'], 'chair', 'ALREADY_DONE'],
  [['resident', 'worker'], 'buildingHead', undefined],
])('giving somebody who is %p the role %s: %s', (holds, role, want) =>
  expect(mayGrant(holds, role)?.refused).toBe(want),
);

test.each<[Role[], Role, number, string | undefined]>([
  [[], 'chair', 3, 'NOT_FOUND'],
  [['resident'], 'chair', 3, 'NOT_FOUND'],
  [['resident', 'chair'], 'chair', 1, undefined],
  [['worker'], 'worker', 2, undefined],
  [['worker'], 'worker', 1, 'LAST_WORKER'],
  [['worker'], 'worker', 0, 'LAST_WORKER'],
  [['worker', 'branchSecretary'], 'branchSecretary', 1, undefined],
])('taking from somebody who is %p the role %s where %i work: %s', (holds, role, workers, want) =>
  expect(mayRevoke(holds, role, workers)?.refused).toBe(want),
);

test.each<[Role[], number, string | undefined]>([
  [['resident'], 1, undefined],
  [['resident', 'worker'], 2, undefined],
  [['worker'], 1, 'LAST_WORKER'],
])('leaving as %p where %i work: %s', (holds, workers, want) =>
  expect(mayStopWorking(holds, workers)?.refused).toBe(want),
);

const phone = (n: number) => String(13_800_000_000 + n);
const home = (i: number, phones = 0, building = '1'): RollRow => ({
  building,
  unit: '1',
  room: String(i),
  adults: Array.from({ length: phones }, (_, p) => ({ name: `甲${p}`, phone: phone(p) })),
});

test('writes of a chunk are its event, community, buildings, households and phones', () => {
  expect(writesOf([])).toBe(2);
  expect(writesOf([home(1), home(2)])).toBe(6);
  expect(writesOf([home(1, 3), home(2, 0, '2栋'), home(3, 0, '２号楼')])).toBe(2 + 2 * 2 + 3 + 3);
});

test('a household named twice in a request is noticed however it is written', () => {
  expect(namesEachOnce([home(1), home(2)])).toBe(true);
  expect(namesEachOnce([home(1), { ...home(1), building: '１号楼', room: '1室' }])).toBe(false);
});

test.each([
  ['thirty households without phones', Array.from({ length: 30 }, (_, i) => home(i)), []],
  ['thirty-one households', Array.from({ length: 31 }, (_, i) => home(i)), ['一次提交的户数太多，请分批提交']],
  [
    'households with more phones than one transaction holds',
    Array.from({ length: 30 }, (_, i) => home(i, 2)),
    ['一次提交的电话太多，请分批提交'],
  ],
  ['one household twice', [home(1), home(1)], ['同一户在一次提交中出现了两次']],
  ['nothing', [], ['不能少于 1 项']],
])('a request of %s', (_, rows, want) => {
  const read = directory.importRoll.input.safeParse({ communityId: '310104013002', fileHash: 'a'.repeat(64), rows });
  expect(read.error?.issues.map(({ message }) => message) ?? []).toEqual(want);
});

test('a roll is cut into chunks that each fit, in order, with nothing lost, as long as can be', () => {
  const rolls = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 30 })), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(rolls, (made) => {
      const rows = made.map(([phones, building], i) => home(i, phones, String(building)));
      const chunks = inChunks(rows);
      expect(chunks.flat()).toEqual(rows);
      chunks.forEach((chunk, i) => {
        expect(chunk.length).toBeGreaterThan(0);
        expect(chunk.length).toBeLessThanOrEqual(CHUNK_ROWS);
        expect(writesOf(chunk)).toBeLessThanOrEqual(CHUNK_WRITES);
        const next = chunks[i + 1]?.[0];
        if (next) expect(chunk.length === CHUNK_ROWS || writesOf([...chunk, next]) > CHUNK_WRITES).toBe(true);
      });
    }),
  );
});
