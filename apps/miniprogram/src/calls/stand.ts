import type { Mine } from '@gongzhi/shared/calls/model';
import { mayAnswer } from '@gongzhi/shared/calls/rules';
import type { Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Waiting } from '../kernel/queue-core';
import type { Way } from '../kernel/service/check-words';
import { scanDue, withUnsent } from '../kernel/service/unsent-scans';

type Says = 'coming' | 'cannot';
/** Whether the handler would take this answer now: the same rule. */
export const answerFault = (
  { call, answer, place }: Pick<Mine, 'call' | 'answer' | 'place'>,
  says: Says,
  now: Date,
): Refusal | undefined => {
  const inAt = place?.place === 'taken' ? place.inAt : undefined;
  return mayAnswer(call, { was: answer, says, ...(inAt ? { inAt } : {}) }, now);
};
/** What may be said now. */
export const answersOf = (mine: Mine, now: Date): Says[] =>
  (['coming', 'cannot'] as const).filter((says) => !answerFault(mine, says, now));

/** A call of one’s own with what this phone scanned and has not sent laid over. */
export const standOf = (mine: Mine, queue: readonly Waiting[], owner: string) => {
  const { place } = mine;
  return place ? { ...mine, place: withUnsent(place, queue, owner) } : mine;
};

/** The scan that can be made now. */
export const scanOf = ({ call, place }: Mine, now: Date): Way | undefined =>
  place && call.status === 'published' ? scanDue(call.shift, place, now) : undefined;

/** Whether one’s own code may be shown: coming, and not left yet. */
export const showsCode = ({ call, place }: Mine): boolean =>
  call.status === 'published' && place?.place === 'taken' && !place.outAt;
