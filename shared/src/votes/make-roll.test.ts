import { makeRoll } from './make-roll';
import { withShares } from './own-shares';
import { problemsOf, unitsNeeded, warningsOf, type Asked } from './readiness';
import type { Register } from './register';
import { COUNCIL_HOUSEHOLD_RULE, RULES, type Rule } from './rule-sets';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const REGISTER: Register = {
  buildings: [
    { name: '1号楼', ids: ['H1', 'H2', 'H3'] },
    { name: '2号楼', ids: ['H4'] },
  ],
  members: [
    { personId: 'P1', householdId: 'H1', roles: ['resident', 'councilMember'], ageBand: '60-74' },
    { personId: 'P2', householdId: 'H1', roles: ['resident'] },
    { personId: 'P3', householdId: 'H4', roles: ['resident'], ageBand: '18-34' },
    { personId: 'P4', roles: ['worker'] },
    { personId: 'P5', householdId: 'GONE', roles: ['resident', 'councilMember'] },
  ],
  owned: [
    { householdId: 'H1', head: 'A' },
    { householdId: 'H2', head: 'DEV' },
    { householdId: 'H3', head: 'DEV' },
    { householdId: 'H4', head: 'A' },
  ],
  owners: [
    { head: 'A', personId: 'P1' },
    { head: 'A', personId: 'P2' },
    { head: 'X', personId: 'P3' },
  ],
  areas: new Map([
    ['H1', 9_000],
    ['H2', 8_000],
    ['H3', 7_001],
    ['H4', 5_000],
  ]),
  seats: new Map([
    ['H1', 3],
    ['H2', 2],
    ['H4', 1],
  ]),
};
const ids = (roll: { entries: { unitId: string }[] }) => roll.entries.map(({ unitId }) => unitId);

test('households are the doors on the roll, whoever has joined', () => {
  const roll = makeRoll('household', REGISTER);
  expect(ids(roll)).toEqual(['H1', 'H2', 'H3', 'H4']);
  expect(roll).toMatchObject({
    area: 0,
    buildings: [
      { name: '1号楼', units: 3, bound: 1 },
      { name: '2号楼', units: 1, bound: 1 },
    ],
    bands: { '60-74': 1, '18-34': 1 },
  });
});

test('persons are those bound to a door on the roll; delegates among them hold the role', () => {
  expect(ids(makeRoll('person', REGISTER))).toEqual(['P1', 'P2', 'P3']);
  expect(ids(makeRoll('delegate', REGISTER))).toEqual(['P1']);
});

test('a roll of persons counts the adults it leaves out: of a door where some have joined, where nobody has, and where the roll tells no number', () => {
  // H1: one of three; H2: two of two; H3: at least one; H4: none is missing
  expect(makeRoll('person', REGISTER).withoutPerson).toBe(4);
  const all = { ...REGISTER, seats: new Map([...REGISTER.seats, ['H1', 2], ['H2', 0], ['H3', 0]] as const) };
  expect(makeRoll('person', all).withoutPerson).toBe(0);
  // whoever lives there without being a resident of the roll's kind is left out all the same
  const guests = all.members.map((one) => (one.personId === 'P2' ? { ...one, roles: ['worker' as const] } : one));
  expect(makeRoll('person', { ...all, members: guests }).withoutPerson).toBe(1);
  // more have joined than the roll says
  expect(makeRoll('person', { ...all, seats: new Map([...all.seats, ['H1', 1]]) }).withoutPerson).toBe(0);
});

test('one buyer of several doors is one head with the area of them all; the developer’s unsold doors are one head', () => {
  const roll = makeRoll('owner', REGISTER);
  expect(roll.entries).toEqual([
    { unitId: 'A', building: 0, area: 14_000, parts: 2, voters: ['P1', 'P2'] },
    { unitId: 'DEV', building: 0, area: 15_001, parts: 2, voters: [] },
  ]);
  expect(roll).toMatchObject({ area: 29_001, withoutArea: 0, withoutOwner: 0, bands: { '60-74': 1 } });
});

test('a door without area or owner is counted, not guessed', () => {
  const areas = new Map([...REGISTER.areas].slice(1));
  expect(makeRoll('owner', { ...REGISTER, areas, owned: REGISTER.owned.slice(0, 3) })).toMatchObject({
    withoutArea: 1,
    withoutOwner: 1,
  });
});

const closesAt = new Date(NOW.getTime() + 86_400_000).toISOString();
const rule = (ruleId: string) => RULES[ruleId] as Rule;
const asked = (more: Partial<Asked> = {}): Asked => ({
  rule: COUNCIL_HOUSEHOLD_RULE,
  closesAt,
  secret: false,
  channels: 'all',
  ...more,
});
const AROUND = { gate: undefined, secretKey: true };
const problems = (
  more: Partial<Asked>,
  register: Register = REGISTER,
  around: Parameters<typeof problemsOf>[2] = AROUND,
) =>
  problemsOf(asked(more), makeRoll(more.rule?.unit ?? 'household', register), around, NOW).map(
    ({ refused }) => refused,
  );

const NOBODY: Register = { ...REGISTER, buildings: [], members: [] };
test.each<[string, string[], string[]]>([
  ['nothing is in the way', problems({}), []],
  ['nobody is on the roll', problems({}, NOBODY), ['ROLL_EMPTY']],
  ['it ends at once', problems({ closesAt: NOW.toISOString() }), ['END_TOO_SOON']],
  ['it ends in a year', problems({ closesAt: '2027-11-23T12:00:00.000Z' }), ['END_TOO_LATE']],
  ['too few have a phone and nothing else is taken', problems({ channels: 'app' }), ['QUORUM_IMPOSSIBLE']],
  [
    'owners without area',
    problems({ rule: rule('owners-ordinary-2021-1') }, { ...REGISTER, areas: new Map() }),
    ['AREA_MISSING'],
  ],
  [
    'doors without owner',
    problems({ rule: rule('owners-ordinary-2021-1') }, { ...REGISTER, owned: [] }),
    ['OWNER_MISSING'],
  ],
  ['a secret vote by area', problems({ rule: rule('owners-grave-2021-1'), secret: true }), ['SECRET_BY_AREA']],
  [
    'a secret vote without a key',
    problems({ secret: true }, REGISTER, { ...AROUND, secretKey: false }),
    ['SECRET_KEY_MISSING'],
  ],
  [
    'the gate and everything else at once',
    problems({ closesAt: NOW.toISOString() }, NOBODY, { gate: { refused: 'VOTE_EXISTS' }, secretKey: true }),
    ['VOTE_EXISTS', 'ROLL_EMPTY', 'END_TOO_SOON'],
  ],
])('when %s', (_, found, expected) => {
  expect(found).toEqual(expected);
});

test('with paper and visits too few phones are a warning and stop nothing', () => {
  expect(warningsOf(asked(), makeRoll('household', REGISTER))).toEqual({ bound: 2, needed: 3 });
  expect(warningsOf(asked({ rule: rule('residents-person-2026-1') }), makeRoll('person', REGISTER))).toBeUndefined();
  expect(unitsNeeded(rule('poll-household-2026-1'), 100)).toBe(0);
});

test('a community’s own fractions hold only where a rule leaves them to it, and say so', () => {
  const shares = { quorum: { num: 2, den: 3, strict: false }, pass: { num: 2, den: 3, strict: false } };
  const own = { ...shares, source: '本社区议事规则第八条', adoptedOn: '2026-03-01' };
  const delegates = withShares(rule('delegates-2026-1'), own);
  expect(delegates.thresholds).toEqual([{ of: 'units', ...shares }]);
  expect(delegates.source).toContain('本社区议事规则第八条');
  expect(withShares(rule('owners-grave-2021-1'), own)).toBe(rule('owners-grave-2021-1'));
  expect(withShares(rule('delegates-2026-1'), undefined)).toBe(rule('delegates-2026-1'));
});
