import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';

/** What a head says about being joined or parted. */
export interface Grouped {
  voteId?: string | undefined;
  mergedInto?: string | undefined;
  splitInto?: readonly string[] | undefined;
  /** The matter whose supports are being carried over into this one now. */
  carrying?: string | undefined;
}

/** Whether a matter may still be merged or split: before its vote, once, and not while supports of another are on their way to it. */
export const mayRegroup = (
  matter: Grouped | undefined,
): Refusal<'NOT_FOUND' | 'NOT_REGROUPABLE' | 'MERGE_RUNNING'> | undefined => {
  if (!matter) return refuse('NOT_FOUND');
  if (matter.voteId ?? matter.mergedInto ?? matter.splitInto) return refuse('NOT_REGROUPABLE');
  return matter.carrying ? refuse('MERGE_RUNNING') : undefined;
};

/** Whether each recommendation is in exactly one of the two parts. */
export const isDivided = (count: number, first: readonly number[], second: readonly number[]): boolean => {
  const taken = [...first, ...second].sort((a, b) => a - b);
  return first.length > 0 && second.length > 0 && taken.length === count && taken.every((at, i) => at === i);
};
