import { votes } from './contract';
import { MOST_SETTINGS, RuleInForce, Setting } from './contract-rules';
import { CONFIGURABLE, withShares, type OwnShares } from './own-shares';
import { RULES, RULE_IDS, type Rule } from './rule-sets';

const rule = (id: string) => RULES[id] as Rule;
const OWN: OwnShares = {
  quorum: { num: 1, den: 3, strict: false },
  pass: { num: 1, den: 2, strict: true },
  source: '本社区议事规则第八条',
  adoptedOn: '2026-03-01',
};
const SETTING = { ...OWN, setAt: '2026-03-02T01:00:00.000Z' };

test('every rule set as it is in force can be told, with what was set before', () => {
  for (const id of RULE_IDS) {
    const configurable = CONFIGURABLE.includes(id);
    const told = { rule: withShares(rule(id), OWN), configurable, settings: configurable ? [SETTING] : [] };
    expect({ id, told: RuleInForce.safeParse(told).success }).toEqual({ id, told: true });
  }
});

test('the history is as long as a page shows, and no longer', () => {
  const told = (count: number) =>
    RuleInForce.safeParse({
      rule: rule('delegates-2026-1'),
      configurable: true,
      settings: Array.from({ length: count }, () => SETTING),
    }).success;
  expect([told(MOST_SETTINGS), told(MOST_SETTINGS + 1)]).toEqual([true, false]);
});

test('a setting names nobody: who entered it stands in the record of the act alone', () => {
  expect(Object.keys(Setting.shape).sort()).toEqual(['adoptedOn', 'pass', 'quorum', 'setAt', 'source']);
  expect(Setting.safeParse({ ...SETTING, by: '陈国强' }).success).toBe(false);
});

test('a receipt of a setting is an id and an instant, and everybody may read what is in force', () => {
  expect(Object.keys(votes.setShares.output.shape).sort()).toEqual(['at', 'ruleId']);
  expect(votes.readRules.access).toBe('public');
});
