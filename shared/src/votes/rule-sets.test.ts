import type { Share } from '@gongzhi/shared/kernel/shares';
import fc from 'fast-check';
import { CONFIGURABLE, withShares } from './own-shares';
import { COUNCIL_HOUSEHOLD_RULE, RULES, RULE_IDS, Rule } from './rule-sets';

const shareText = ({ num, den, strict }: Share) => `${strict ? '>' : '≥'}${num}/${den}`;
const text = ({ thresholds }: Pick<Rule, 'thresholds'>) =>
  thresholds.map(({ of, quorum, pass }) => `${of} ${shareText(quorum)} ${shareText(pass)}`).join('; ');

/** What each rule set says, written down a second time: votes keep the one they were opened under, so a changed rule is a new id. */
test.each([
  ['council-household-2026-1', 'council', 'household', 'units >1/2 >1/2', 0],
  ['residents-household-2026-1', 'statutory', 'household', 'units >1/2 >1/2', 0],
  ['residents-person-2026-1', 'statutory', 'person', 'units >1/2 >1/2', 0],
  ['delegates-2026-1', 'statutory', 'delegate', 'units >1/2 >1/2', 0],
  ['owners-ordinary-2021-1', 'statutory', 'owner', 'area ≥2/3 >1/2; units ≥2/3 >1/2', 3],
  ['owners-grave-2021-1', 'statutory', 'owner', 'area ≥2/3 ≥3/4; units ≥2/3 ≥3/4', 3],
  ['poll-household-2026-1', 'advisory', 'household', '', 0],
  ['poll-person-2026-1', 'advisory', 'person', '', 0],
])('%s: %s, one ballot a %s, %s, %d units an agent', (id, force, unit, thresholds, proxiesPerAgent) => {
  const rule = RULES[id] as Rule;
  expect(rule).toMatchObject({ ruleId: id, force, unit, proxiesPerAgent });
  expect(text(rule)).toBe(thresholds);
});

test('there is no rule set besides those, no id twice and no name twice', () => {
  const names = Object.values(RULES).map(({ name }) => name);
  expect(Object.keys(RULES)).toHaveLength(8);
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
  expect(new Set(names).size).toBe(names.length);
});

test('whatever decides has a condition; whatever has none is called a poll and says that it decides nothing', () => {
  for (const { force, thresholds, name, source } of Object.values(RULES)) {
    expect(thresholds.length > 0).toBe(force !== 'advisory');
    expect(/意见征询/.test(name)).toBe(force === 'advisory');
    expect(/没有决议效力/.test(source)).toBe(force === 'advisory');
  }
});

test('only owners vote by area and through agents: a household’s ballot is its own', () => {
  for (const { unit, thresholds, proxiesPerAgent } of Object.values(RULES)) {
    expect(thresholds.some(({ of }) => of === 'area')).toBe(unit === 'owner');
    expect(proxiesPerAgent > 0).toBe(unit === 'owner');
  }
});

test('a rule by area counts heads too, under the same shares: 民法典 278 asks for both', () => {
  for (const { thresholds } of Object.values(RULES).filter(({ unit }) => unit === 'owner')) {
    const [area, units] = thresholds;
    expect({ ...area, of: 'units' }).toEqual(units);
  }
});

test('every source is dated by a day that was', () => {
  for (const { sourceDate } of Object.values(RULES))
    expect(new Date(sourceDate).toISOString().slice(0, 10)).toBe(sourceDate);
});

test('what a community may set is only what could not be checked against the law in force', () => {
  for (const id of CONFIGURABLE) expect(RULES[id]).toMatchObject({ verified: false });
  expect(CONFIGURABLE).not.toContain(COUNCIL_HOUSEHOLD_RULE.ruleId);
});

const WRITTEN = { source: '本社区议事规则第八条', adoptedOn: '2026-03-01' };
const share = fc.record({
  num: fc.integer({ min: 1, max: 50 }),
  den: fc.integer({ min: 50, max: 100 }),
  strict: fc.boolean(),
});
test('a community’s own shares change the fractions, the source and nothing else; the rule set itself stands', () => {
  const before = JSON.stringify(RULES);
  fc.assert(
    fc.property(fc.constantFrom(...RULE_IDS), share, share, (id, quorum, pass) => {
      const rule = RULES[id] as Rule;
      const own = withShares(rule, { quorum, pass, ...WRITTEN });
      expect(Rule.parse(own)).toEqual(own);
      if (!CONFIGURABLE.includes(id)) return expect(own).toBe(rule);
      const { thresholds, source, sourceDate, verified, ...rest } = own;
      expect(rule).toMatchObject(rest);
      expect(thresholds).toEqual(rule.thresholds.map(({ of }) => ({ of, quorum, pass })));
      expect([source, sourceDate]).toEqual([`${WRITTEN.source}；${rule.source}`, WRITTEN.adoptedOn]);
      return expect(verified).toBe(false);
    }),
  );
  expect(JSON.stringify(RULES)).toBe(before);
});

test('a rule checked against the law is no longer that once a community sets its own shares', () => {
  const own = { quorum: { num: 1, den: 3, strict: false }, pass: { num: 1, den: 2, strict: true }, ...WRITTEN };
  const checked = { ...(RULES['delegates-2026-1'] as Rule), verified: true };
  expect(withShares(checked, own).verified).toBe(false);
  expect(checked.verified).toBe(true);
});

test('a frozen rule with a field too many, too few or of another kind is not a rule', () => {
  expect(Rule.safeParse(COUNCIL_HOUSEHOLD_RULE).success).toBe(true);
  for (const field of Object.keys(COUNCIL_HOUSEHOLD_RULE))
    expect(Rule.safeParse({ ...COUNCIL_HOUSEHOLD_RULE, [field]: undefined }).success).toBe(false);
  for (const wrong of [{ percent: 50 }, { unit: 'building' }, { force: 'binding' }, { proxiesPerAgent: 0.5 }])
    expect(Rule.safeParse({ ...COUNCIL_HOUSEHOLD_RULE, ...wrong }).success).toBe(false);
});
