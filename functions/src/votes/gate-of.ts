import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { MatterFacts } from '../kernel/matters';

export type Way = Partial<Pick<MatterFacts, 'agendaAt' | 'threshold' | 'voteId' | 'mergedInto' | 'splitInto'>>;
export type Gate = Refusal<'NOT_ON_AGENDA' | 'VOTE_EXISTS' | 'MATTER_MERGED' | 'MATTER_SPLIT'>;

/**
 * What a matter itself says against a vote now: it goes on as another, has not come so far, or has one already.
 * `asksSupport`: its procedure begins with neighbours who support it.
 */
export const gateOf = (matter: Way, asksSupport: boolean): Gate | undefined => {
  if (matter.mergedInto) return refuse('MATTER_MERGED');
  if (matter.splitInto) return refuse('MATTER_SPLIT');
  if (asksSupport && !matter.agendaAt) return refuse('NOT_ON_AGENDA', { threshold: matter.threshold ?? 0 });
  return matter.voteId ? refuse('VOTE_EXISTS') : undefined;
};
