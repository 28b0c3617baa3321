import type { Vote } from '@gongzhi/shared/votes/model';
import { isPoll, namedFor } from '@gongzhi/shared/kernel/kind-words';
import { timeInWords } from '@gongzhi/shared/kernel/time';

type Told = Pick<Vote, 'phase' | 'closesAt'> & {
  mine?: Pick<NonNullable<Vote['mine']>, 'onRoll' | 'voted'> | undefined;
};

/** What a vote asks of this reader, first what only they can do. */
export const dutyOf = ({ phase, mine }: Told): 'vote' | 'voted' | 'watch' | 'done' =>
  phase !== 'open' ? 'done' : mine?.onRoll && !mine.voted ? 'vote' : mine?.voted ? 'voted' : 'watch';

const DUTY_WORDS = { vote: '请您家投票', voted: '您家已投票', watch: '正在表决', done: '' } as const;
type Kind = { rule: Pick<Vote['rule'], 'force'> };
/** The duty in words; a poll is not called a vote. */
export const dutyWords = (vote: Told & Kind): string => namedFor(isPoll(vote), DUTY_WORDS[dutyOf(vote)]);

/** Votes that concern a resident now: open ones, those waiting for their household first, then the nearest end. */
export const concerning = <V extends Told>(votes: readonly V[]): V[] =>
  votes
    .filter((vote) => vote.phase === 'open')
    .sort(
      (a, b) => Number(dutyOf(b) === 'vote') - Number(dutyOf(a) === 'vote') || a.closesAt.localeCompare(b.closesAt),
    );

export const endsAt = ({ closesAt }: Pick<Vote, 'closesAt'>): string => `${timeInWords(closesAt)}截止`;

/** A pile of work in numbers; a full first page says at least. */
export const pileWords = (page: { items: readonly unknown[]; next?: string | undefined }): string =>
  page.items.length === 0
    ? '没有等待处理的'
    : page.next
      ? `至少 ${page.items.length} 件等待处理`
      : `${page.items.length} 件等待处理`;

/** The open votes as somebody would tell them. */
export const aloud = (votes: readonly (Told & Kind & Pick<Vote, 'question'>)[]): string =>
  votes.map((vote) => `${vote.question}。${endsAt(vote)}。${dutyWords(vote)}。`).join('');

/** Open tasks in numbers, those past their day among them; a full first page says at least. */
export const taskWords = (
  { items, next }: { items: readonly { dueAt: string }[]; next?: string | undefined },
  now: Date,
): string => {
  const late = items.filter(({ dueAt }) => now.getTime() >= Date.parse(dueAt)).length;
  return `${next ? '至少 ' : ''}${items.length} 项${late > 0 ? `，${late} 项已逾期` : ''}`;
};
