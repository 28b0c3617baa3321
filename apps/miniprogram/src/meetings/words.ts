import type { SpeakingRule } from '@gongzhi/shared/meetings/rule-sets';
import {
  KIND_NAMES,
  type Choice,
  type Kind,
  type Line,
  type Live,
  type Meeting,
  type Outcome,
  type Side,
} from '@gongzhi/shared/meetings/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';

export const kindWords = (kind: Kind): string => KIND_NAMES[kind];
export const SIDE_WORDS: Record<Side, string> = { for: '赞成', against: '反对' };
export const CHOICE_WORDS: Record<Choice, string> = { for: '赞成', against: '反对', abstain: '弃权' };
export const OUTCOME_WORDS: Record<Outcome, string> = {
  passed: '通过',
  rejected: '没有通过',
  noQuorum: '到会人数不够，没有形成决定',
};
export const STATUS_WORDS = {
  called: ['已通知', 'plain'],
  gathering: ['正在签到', 'waiting'],
  open: ['正在开会', 'active'],
  ended: ['已散会', 'plain'],
  cancelled: ['已取消', 'danger'],
} as const;

/** `11月25日（周三）晚上7点 · 社区活动室 · 约 60 分钟`. */
export const whenAndWhere = ({ startsAt, place, minutes }: Pick<Meeting, 'startsAt' | 'place' | 'minutes'>): string =>
  `${timeInWords(startsAt)} · ${place} · 约 ${minutes} 分钟`;

/** The quorum in numbers with their base. */
export const quorumWords = ({ present, base, needed }: Pick<Live, 'present' | 'base' | 'needed'>): string =>
  needed === 0 ? `到会 ${present} 人（应到 ${base} 人，这类会议不设法定人数）` : `应到 ${base} 人，满 ${needed} 人有效`;

/** An open meeting without its quorum. */
export const lost = ({ status, quorate }: Pick<Live, 'status' | 'quorate'>): boolean => status === 'open' && !quorate;

/** Whether those present are enough, in words. */
export const quorumState = (live: Pick<Live, 'status' | 'quorate' | 'present' | 'needed'>): string => {
  if (live.needed === 0) return '';
  if (live.status === 'gathering')
    return live.quorate ? '✓ 人数够，可以开会' : `还差 ${live.needed - live.present} 人可以开会`;
  return live.quorate ? '✓ 人数够，可以表决' : '⚠ 人数不够，表决暂停';
};

/** `2分05秒`; never less than nothing. */
export const durationWords = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}分${String(whole % 60).padStart(2, '0')}秒`;
};

const handWords = ({ for: yes, against, abstain }: NonNullable<Line['hands']>) =>
  `赞成 ${yes}，反对 ${against}，弃权 ${abstain}`;

type Titles = (n: number | undefined) => string;
const WORDS: Record<Line['kind'], (line: Line, title: Titles) => string> = {
  opened: ({ present, needed, base }) => `宣布开会：应到 ${base} 人，实到 ${present} 人，满 ${needed} 人有效`,
  'item-opened': ({ item }, title) => `审议议题 ${item}：${title(item)}`,
  'item-closed': ({ item, present }) => `议题 ${item} 审议结束，在场 ${present} 人`,
  'quorum-lost': ({ present, needed }) => `有人离场，在场 ${present} 人，不足 ${needed} 人，表决暂停`,
  'quorum-regained': ({ present }) => `有人到会，在场 ${present} 人，表决恢复`,
  speech: ({ name, side = 'for', seconds = 0 }) => `${name} 发言（${SIDE_WORDS[side]}），${durationWords(seconds)}`,
  'question-put': ({ question, present }) => `提付表决第 ${question} 题，在场 ${present} 人`,
  'question-closed': ({ question, hands, present, outcome = 'rejected' }) =>
    `第 ${question} 题表决结果：${OUTCOME_WORDS[outcome]}。${hands ? handWords(hands) : ''}（在场 ${present} 人）`,
  ended: ({ present }) => `散会，在场 ${present} 人`,
  summary: ({ name }) => `发言摘要（${name} 记）`,
  objection: ({ name }) => `${name} 提出异议`,
  answer: ({ name }) => `${name} 答复异议，维持原记录`,
  correction: ({ name }) => `${name} 接受异议，更正如下`,
};

/** A line of the minutes as it would be read out. */
export const lineWords = (line: Line, agenda: Meeting['agenda']): string =>
  WORDS[line.kind](line, (n) => agenda.find((item) => item.n === n)?.title ?? '');

/** How people speak at a meeting, in sentences. */
export const speakingWords = ({
  alternate,
  speechSeconds,
  speechesPerMatter,
}: Pick<SpeakingRule, 'alternate' | 'speechSeconds' | 'speechesPerMatter'>): string =>
  `${alternate ? '正反方轮流发言' : '先举手的先发言'}，每次 ${speechSeconds / 60} 分钟，每人每个议题最多 ${speechesPerMatter} 次。`;
