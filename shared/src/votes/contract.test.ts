import { COUNCIL_HOUSEHOLD_RULE, Rule, RULES } from './rule-sets';
import { votes } from './contract';
import { Vote } from './model';

const COMMUNITY = '310104013001';
const ID = '01JD0000000000000000PR0P01';
const issuesOf = (answer: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) => (answer.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

const opening = (closesAt: unknown) =>
  issuesOf(
    votes.openVote.input.safeParse({
      communityId: COMMUNITY,
      proposalId: ID,
      question: '是否同意',
      resolution: '同意。',
      closesAt,
    }),
  );
test.each([
  ['2026-12-01T00:00:00.000Z', true],
  ['2026-12-01T00:00:00Z', false],
  ['2026-12-01T08:00:00.000+08:00', false],
  ['2026-12-01', false],
  ['soon', false],
  [1_790_000_000_000, false],
])('an end given as %s is read: %s', (closesAt, good) => {
  expect(opening(closesAt).length === 0).toBe(good);
});

test.each([
  ['for', true],
  ['against', true],
  ['abstain', true],
  ['maybe', false],
  ['', false],
  [undefined, false],
])('a ballot %s is read: %s', (choice, good) => {
  expect(votes.castVote.input.safeParse({ communityId: COMMUNITY, voteId: ID, choice }).success).toBe(good);
});

test('an id that is not one is refused in every route that names it', () => {
  for (const [name, { path, input }] of Object.entries(votes)) {
    for (const [, field = ''] of path.matchAll(/\{(\w+)\}/g)) {
      if (field === 'ruleId') continue;
      const issues = issuesOf(input.safeParse({ [field]: '../other' }));
      expect({ name, field, issues }).toEqual({
        name,
        field,
        issues: expect.arrayContaining([`${field}: 此项的格式不对`]) as unknown,
      });
    }
  }
});

test('every route lies in the community it names', () => {
  for (const { path } of Object.values(votes)) expect(path).toMatch(/^\/votes\/\{communityId\}\//);
});

test('only ballots are their own record; a named one may cost two units, a secret one four', () => {
  expect(
    Object.entries(votes)
      .filter(([, route]) => 'ownRecord' in route)
      .map(([name]) => name),
  ).toEqual(['castSecret', 'castAssisted', 'markSeen', 'castVote']);
  expect(votes.castSecret.units).toBe(4);
  expect(votes.castVote.units).toBe(2);
});

test('a vote is shown without anything the contract does not name, so a count cannot slip out', () => {
  const vote = {
    voteId: ID,
    proposalId: ID,
    communityId: COMMUNITY,
    question: '问',
    resolution: '答',
    openedAt: '2026-11-23T00:00:00.000Z',
    closesAt: '2026-11-24T00:00:00.000Z',
    phase: 'open',
    rule: COUNCIL_HOUSEHOLD_RULE,
    ballot: 'named',
    roll: { units: 3, area: 0, hash: 'a'.repeat(64) },
    turnout: 1,
  };
  expect(Vote.safeParse(vote).success).toBe(true);
  expect(Vote.safeParse({ ...vote, counts: { for: 1, against: 0, abstain: 0 } }).success).toBe(false);
  expect(Vote.safeParse({ ...vote, roll: { ...vote.roll, ids: [ID] } }).success).toBe(false);
});

test('every rule is well formed, stands under its own id and says where it is written and when', () => {
  for (const [id, rule] of Object.entries(RULES)) {
    expect(Rule.parse(rule)).toEqual(rule);
    expect(rule.ruleId).toBe(id);
    expect(rule.source.length).toBeGreaterThan(5);
    expect(rule.sourceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const { num, den } of rule.thresholds.flatMap(({ quorum, pass }) => [quorum, pass]))
      expect(num > 0 && num <= den).toBe(true);
  }
});

test('a rule that could not be checked against the law in force says so', () => {
  expect(COUNCIL_HOUSEHOLD_RULE).toMatchObject({
    verified: false,
    thresholds: [{ of: 'units', quorum: { num: 1, den: 2, strict: true }, pass: { num: 1, den: 2, strict: true } }],
  });
});
