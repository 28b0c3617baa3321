import type { Choice, Result, Vote } from '@gongzhi/shared/councils/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';

export const CHOICE_WORDS = { for: '赞成', against: '反对', abstain: '弃权' } as const satisfies Record<Choice, string>;
export const OUTCOME_WORDS = {
  passed: '通过',
  rejected: '未通过',
  noQuorum: '参与户数不足，未形成决议',
} as const satisfies Record<Result['outcome'], string>;

/** What the reader's household may do now. */
export type Standing = 'may-vote' | 'voted' | 'not-on-roll' | 'visitor' | 'over';
export const standingOf = ({ phase, mine }: Pick<Vote, 'phase' | 'mine'>): Standing => {
  if (mine?.voted) return 'voted';
  if (phase !== 'open') return 'over';
  if (!mine) return 'visitor';
  return mine.onRoll ? 'may-vote' : 'not-on-roll';
};

/** The sentence for those who cannot vote, or have. */
export const standingWords = (vote: Pick<Vote, 'phase' | 'mine'>): string | undefined => {
  const { mine } = vote;
  switch (standingOf(vote)) {
    case 'voted':
      return mine?.choice && mine.castAt
        ? `您家已于${timeInWords(mine.castAt)}投出：${CHOICE_WORDS[mine.choice]}。`
        : '您家已由一位家人投票（一户一票）。';
    case 'not-on-roll':
      return '您家不在这次表决的名册里。名册在发起表决时已经固定，如有疑问请联系社区。';
    case 'visitor':
      return '加入本社区的一户后才能表决。表决结果对所有人公开。';
    default:
      return undefined;
  }
};

export const endWords = ({ phase, closesAt }: Pick<Vote, 'phase' | 'closesAt'>): string =>
  phase === 'open' ? `截止：${timeInWords(closesAt)}` : `已于${timeInWords(closesAt)}截止`;

/** One line a choice, each with its base. */
export const countRows = ({ counts, taken }: Pick<Result, 'counts' | 'taken'>): { label: string; value: string }[] =>
  (['for', 'against', 'abstain'] as const).map((choice) => ({
    label: CHOICE_WORDS[choice],
    value: `${taken} 票中 ${counts[choice]} 票`,
  }));

/** Why it is so: the quorum and the majority in numbers. */
export const reasonRows = ({ base, taken, quorum, needed, counts }: Result): { label: string; value: string }[] => [
  { label: '参与', value: `${base} 户中 ${taken} 户，需 ${quorum.needed} 户，${quorum.reached ? '达到' : '没有达到'}` },
  { label: '赞成', value: `${counts.for} 票，需 ${needed} 票` },
];
