import type { Entry } from '@gongzhi/shared/hours/model';
import { mayAskCorrection } from '@gongzhi/shared/hours/case-rules';
import { standing } from '@gongzhi/shared/kernel/hour-lines';

/**
 * Ids of lines whose correction may be asked for, among those that are shown. A line may have been taken back by one on
 * another page: the handler then says so.
 */
export const correctable = (entries: readonly Entry[]): ReadonlySet<string> => {
  const stand = new Set(standing(entries).map(({ entryId }) => entryId));
  // -1: other minutes than any line has
  const may = entries.filter((line) => !mayAskCorrection(line, stand.has(line.entryId), -1));
  return new Set(may.map(({ entryId }) => entryId));
};
