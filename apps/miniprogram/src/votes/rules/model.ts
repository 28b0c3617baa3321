import type { RuleInForce, Setting } from '@gongzhi/shared/votes/contract-rules';
import { measureInWords, shareInWords } from '@gongzhi/shared/votes/amount-words';
import { UNIT_WORDS } from '@gongzhi/shared/votes/model';
import type { Share } from '@gongzhi/shared/kernel/shares';
import type { Rule } from '@gongzhi/shared/votes/rule-sets';
import { dateInWords } from '@gongzhi/shared/kernel/time';

export const FORCE_WORDS = {
  statutory: '法定表决',
  council: '按社区议事规则',
  advisory: '只征询意见，没有决议效力',
} as const satisfies Record<Rule['force'], string>;

/** What a rule set asks for, a line each. */
export const thresholdRows = (rule: Rule): { label: string; value: string }[] => [
  { label: '怎样计票', value: UNIT_WORDS[rule.unit].votes },
  ...rule.thresholds.map((threshold) => ({
    label: measureInWords(threshold, rule),
    value: `${shareInWords(threshold.quorum)}参与，参与的${shareInWords(threshold.pass)}赞成`,
  })),
  {
    label: '委托',
    value: rule.proxiesPerAgent > 0 ? `书面委托，一人最多代 ${rule.proxiesPerAgent} 位` : '不能委托',
  },
];

/** Where it is written, and whether that was checked against the law in force. */
export const sourceWords = ({ source, sourceDate, verified }: Rule): string =>
  `依据：${source}（${sourceDate}）。${verified ? '' : '2026 年起施行的新法条文还没有核对，比例可由本社区按议事规则设定。'}`;

export const settingWords = ({ quorum, pass, source, adoptedOn, setAt }: Setting): string =>
  `${dateInWords(setAt)}设定：${shareInWords(quorum)}参与、${shareInWords(pass)}赞成。依据：${source}（${adoptedOn}）。`;

/** Fractions offered to a community; any other may be set by the same route. */
export const SHARES: readonly { value: string; label: string; share: Share }[] = [
  { num: 1, den: 2, strict: true },
  { num: 2, den: 3, strict: false },
  { num: 3, den: 4, strict: false },
  { num: 1, den: 3, strict: false },
].map((share) => ({ value: `${share.num}/${share.den}`, label: shareInWords(share), share }));
export const shareFor = (value: string | undefined): Share | undefined =>
  SHARES.find((one) => one.value === value)?.share;

export const ofRule = (items: readonly RuleInForce[], ruleId: string | undefined): RuleInForce | undefined =>
  items.find(({ rule }) => rule.ruleId === ruleId);
