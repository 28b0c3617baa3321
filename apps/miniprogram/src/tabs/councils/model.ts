import type { ProposalHead } from '@gongzhi/shared/councils/model';
import { namedFor } from '@gongzhi/shared/kernel/kind-words';
import { dateInWords } from '@gongzhi/shared/kernel/time';

type Tone = 'plain' | 'active' | 'waiting' | 'danger';
/** Each stage in a word a neighbour uses, and the tone of its tag. */
const STAGE_WORDS = {
  waiting: ['等待审核', 'waiting'],
  refused: ['没有通过审核', 'danger'],
  gathering: ['正在附议', 'plain'],
  agenda: ['已列入议程', 'active'],
  voting: ['正在表决', 'active'],
  counting: ['正在计票', 'waiting'],
  decided: ['已有结果', 'plain'],
  merged: ['已并入别的事项', 'plain'],
  split: ['已拆成两件', 'plain'],
} as const satisfies Record<ProposalHead['stage'], readonly [string, Tone]>;

type Staged = Pick<ProposalHead, 'stage' | 'poll'>;
/** The word and tone of a proposal's tag; a poll is not called a vote. */
export const stageTag = ({ stage, poll = false }: Staged): readonly [string, Tone] => {
  const [words, tone] = STAGE_WORDS[stage];
  return [namedFor(poll, words), tone];
};

/** How a proposal stands, in numbers with their base. */
export const standsAt = ({
  stage,
  supports,
  threshold,
  points,
}: Pick<ProposalHead, 'stage' | 'supports' | 'threshold' | 'points'>): string =>
  stage === 'gathering'
    ? `${supports} 人附议，满 ${threshold} 人列入议程 · ${points} 条意见`
    : `${supports} 人附议 · ${points} 条意见`;

/** Who and when: `王阿姨 · 11月23日（周一）`. */
export const byline = ({ authorName, filedAt }: Pick<ProposalHead, 'authorName' | 'filedAt'>): string =>
  `${authorName} · ${dateInWords(filedAt)}`;
