import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Share } from '@gongzhi/shared/kernel/shares';

/**
 * What has one ballot. `household`: whichever adult of it casts. `person`: a resident bound to a household of the community.
 * `delegate`: whoever holds the council member's role. `owner`: the buyer of one or more property units, who is one head
 * with the area of them all (最高法 建筑物区分所有权解释 art. 9), the developer's unsold units one head together.
 */
export const UnitKind = z.enum(['household', 'person', 'delegate', 'owner']);
export type UnitKind = z.infer<typeof UnitKind>;

/** What is added up: ballots, one a unit; or the area behind them, integers of 0.01 m². */
export const Measure = z.enum(['units', 'area']);
export type Measure = z.infer<typeof Measure>;

/** One condition of a result: the share of the whole roll that must take part, and the share of those taking part that must be for. */
export const Threshold = z.strictObject({ of: Measure, quorum: Share, pass: Share });
export type Threshold = z.infer<typeof Threshold>;

/** How a vote is decided: who is the base, what is a quorum, what passes, and where that is written. */
export const Rule = z.strictObject({
  ruleId: z.string(),
  /** What the vote is called on every page. */
  name: z.string(),
  /** `statutory`: by a law, binding. `council`: by the community's own rules. `advisory`: asks what people think, decides nothing. */
  force: z.enum(['statutory', 'council', 'advisory']),
  unit: UnitKind,
  /** All of them must hold, one a measure; an advisory poll has none. */
  thresholds: z.array(Threshold).check(z.maxLength(Measure.options.length)),
  /** Units one agent may vote for in writing; 0: nobody votes for another. */
  proxiesPerAgent: z.int(),
  source: z.string(),
  sourceDate: z.string(),
  /** False while the current text of the law could not be checked: the page then says that the community's own rules are what is applied. */
  verified: z.boolean(),
});
export type Rule = z.infer<typeof Rule>;

const OVER_HALF: Share = { num: 1, den: 2, strict: true };
const TWO_THIRDS: Share = { num: 2, den: 3, strict: false };
const THREE_QUARTERS: Share = { num: 3, den: 4, strict: false };
const halves: Threshold[] = [{ of: 'units', quorum: OVER_HALF, pass: OVER_HALF }];
const both = (quorum: Share, pass: Share): Threshold[] => [
  { of: 'area', quorum, pass },
  { of: 'units', quorum, pass },
];

/**
 * The rule of a community council's vote, one ballot a household. The fractions are those of the 城市居民委员会组织法
 * (2018 text) art. 10: more than half must take part, more than half of those taking part must agree. The 2025 revision,
 * in force since 2026-01-01, may differ and could not be read: so the rule is data, versioned, and marked unverified.
 */
export const COUNCIL_HOUSEHOLD_RULE: Rule = {
  ruleId: 'council-household-2026-1',
  name: '社区议事会表决（一户一票）',
  force: 'council',
  unit: 'household',
  thresholds: halves,
  proxiesPerAgent: 0,
  source: '社区议事规则，参照《城市居民委员会组织法》（2018年修正）第十条',
  sourceDate: '2018-12-29',
  verified: false,
};

const RESIDENTS_ACT = {
  force: 'statutory',
  thresholds: halves,
  proxiesPerAgent: 0,
  source: '《城市居民委员会组织法》（2018年修正）第九条、第十条',
  sourceDate: '2018-12-29',
  verified: false,
} as const;

/**
 * 民法典 art. 278: taking part, owners with two thirds of the area and two thirds of the heads. Agents in writing:
 * 物业管理条例 art. 12 allows them and sets no number; three units an agent is the community's own limit until its 议事规则 says otherwise.
 */
const OWNERS_ACT = {
  force: 'statutory',
  unit: 'owner',
  proxiesPerAgent: 3,
  source: '《中华人民共和国民法典》第二百七十八条',
  sourceDate: '2021-01-01',
  verified: true,
} as const;

const POLL = {
  force: 'advisory',
  thresholds: [] as Threshold[],
  proxiesPerAgent: 0,
  source: '社区意见征询，不是法定表决，没有决议效力',
  sourceDate: '2026-11-23',
  verified: true,
} as const;

const ALL: readonly Rule[] = [
  COUNCIL_HOUSEHOLD_RULE,
  { ...RESIDENTS_ACT, ruleId: 'residents-household-2026-1', name: '居民会议表决（每户一票）', unit: 'household' },
  { ...RESIDENTS_ACT, ruleId: 'residents-person-2026-1', name: '居民会议表决（每人一票）', unit: 'person' },
  {
    ...RESIDENTS_ACT,
    ruleId: 'delegates-2026-1',
    name: '居民代表会议表决',
    unit: 'delegate',
    source: '《城市居民委员会组织法》（2025年修订）居民代表会议；比例由社区议事规则规定',
    sourceDate: '2026-01-01',
  },
  {
    ...OWNERS_ACT,
    ruleId: 'owners-ordinary-2021-1',
    name: '业主共同决定（一般事项）',
    thresholds: both(TWO_THIRDS, OVER_HALF),
  },
  {
    ...OWNERS_ACT,
    ruleId: 'owners-grave-2021-1',
    name: '业主共同决定（重大事项：第六至第八项）',
    thresholds: both(TWO_THIRDS, THREE_QUARTERS),
  },
  { ...POLL, ruleId: 'poll-household-2026-1', name: '意见征询（每户一份）', unit: 'household' },
  { ...POLL, ruleId: 'poll-person-2026-1', name: '意见征询（每人一份）', unit: 'person' },
];

/** Every rule set there is, by its id. A changed rule is a new id: votes keep the one they were opened under. */
export const RULES: Readonly<Record<string, Rule>> = Object.fromEntries(ALL.map((rule) => [rule.ruleId, rule]));
export const RULE_IDS = ALL.map(({ ruleId }) => ruleId) as [string, ...string[]];

/** Which of the nine items of 民法典 art. 278 an owners' rule set is for, so that nobody takes the lower bar for a grave matter. */
export const RULE_SCOPES: Readonly<Record<string, string>> = {
  'owners-ordinary-2021-1':
    '议事规则，管理规约，选举或更换业主委员会，选聘和解聘物业，使用维修资金，其他重大事项（第一至第五项、第九项）',
  'owners-grave-2021-1':
    '筹集维修资金，改建、重建建筑物及其附属设施，改变共有部分用途或利用共有部分经营（第六至第八项）',
};
