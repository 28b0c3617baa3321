import { isPoll, namedFor } from '@gongzhi/shared/kernel/kind-words';
import type { Proposal } from '@gongzhi/shared/councils/model';
import { dateInWords, timeInWords } from '@gongzhi/shared/kernel/time';
import type { Resolution } from '@gongzhi/shared/resolutions/model';
import type { Vote } from '@gongzhi/shared/votes/model';
import { isOverdue } from '@gongzhi/shared/kernel/task';

/** Everything known of one matter, gathered from where each part lives. */
export interface Chain {
  proposal: Proposal;
  vote?: Vote | undefined;
  resolution?: Resolution | undefined;
}
/** What a community promised after a survey: no matter, and no vote. */
export interface Promises {
  proposal?: undefined;
  resolution: Resolution;
}
/** One link of the chain: what it is called, what is to be said of it, and the page it comes from. */
export interface Link {
  key: string;
  title: string;
  lines: string[];
  opens?: 'proposal' | 'discussion' | 'vote';
}

const OUTCOME_WORDS = {
  passed: '通过',
  rejected: '没有通过',
  noQuorum: '参加的不够数，没有形成决议',
  advisory: '意见征询结果，没有决议效力',
} as const;

const proposalLink = ({ authorName, filedAt, recommendations, title }: Proposal): Link => ({
  key: 'proposal',
  title: '提案',
  opens: 'proposal',
  lines: [`《${title}》`, `${authorName}，${dateInWords(filedAt)}提出，${recommendations.length} 条建议。`],
});

const supportLink = ({ supports, threshold }: Proposal): Link => ({
  key: 'support',
  title: '附议',
  opens: 'proposal',
  lines: [
    supports >= threshold
      ? `${supports} 人附议，达到 ${threshold} 人，列入议程。`
      : `${supports} 人附议，满 ${threshold} 人列入议程。`,
  ],
});

const talkLink = ({ points }: Proposal): Link => ({
  key: 'talk',
  title: '讨论',
  opens: 'discussion',
  lines: [points > 0 ? `${points} 条意见。` : '没有人发表意见。'],
});

const UNIT_WORDS = { household: '户', person: '人', delegate: '名代表', owner: '位业主' } as const;

const resultLines = ({ result, closesAt, turnout, roll, phase, rule }: Vote): string[] => {
  const unit = UNIT_WORDS[rule.unit];
  if (!result)
    return [
      phase === 'open'
        ? `正在表决，${timeInWords(closesAt)}截止：${roll.units} ${unit}中 ${turnout} ${unit}已投。`
        : '表决已截止，正在计票。',
    ];
  const { counts, base, taken, outcome, settledAt } = result;
  return [
    `${OUTCOME_WORDS[outcome]}（${timeInWords(settledAt)}）。`,
    `名册 ${base} ${unit}，参加 ${taken} ${unit}：赞成 ${counts.for}，反对 ${counts.against}，弃权 ${counts.abstain}。`,
  ];
};

const voteLink = (vote: Vote | undefined): Link => ({
  key: 'vote',
  title: vote && isPoll(vote) ? '意见征询' : '表决',
  ...(vote ? { opens: 'vote' as const } : {}),
  lines: vote ? [vote.question, ...resultLines(vote).map((line) => namedFor(isPoll(vote), line))] : ['还没有表决。'],
});

const resolutionLink = ({ vote, resolution }: Chain): Link => ({
  key: 'resolution',
  title: '决议',
  ...(vote ? { opens: 'vote' as const } : {}),
  lines: resolution
    ? [vote?.result?.decision ?? vote?.resolution ?? '', `${dateInWords(resolution.decidedAt)}形成。`].filter(Boolean)
    : ['还没有形成决议。'],
});

/** From the proposal to the resolution, each with its dates; tasks and review follow on the page itself. */
export const linksOf = (chain: Chain): Link[] => [
  proposalLink(chain.proposal),
  supportLink(chain.proposal),
  talkLink(chain.proposal),
  voteLink(chain.vote),
  resolutionLink(chain),
];

/** Tasks in one sentence. */
export const taskWords = ({ items, completedAt }: Pick<Resolution, 'items' | 'completedAt'>, now: Date): string => {
  if (items.length === 0) return '还没有分派任务。';
  const accepted = items.filter(({ state }) => state === 'accepted').length;
  const late = items.filter((task) => isOverdue(task, now)).length;
  const end = completedAt ? `，${dateInWords(completedAt)}全部办结` : late > 0 ? `，${late} 项已逾期` : '';
  return `${items.length} 项任务，${accepted} 项已验收${end}。`;
};
