import type { Subject } from '@gongzhi/shared/satisfaction/model';
import type { Caller } from '../kernel/caller';

/** What an invitation is for: a household in a quarter's sample, or a person an event concerned. */
export interface Unit {
  unitId: string;
  wave: string;
}
/** The wave of those whose household was drawn. */
export const HOUSEHOLD = 'household';

/** The unit somebody answers for; undefined when they are of no household. */
export const unitOf = (
  subject: Subject,
  { personId, householdId }: Pick<Caller, 'personId' | 'householdId'>,
): Unit | undefined => {
  if (subject !== HOUSEHOLD) return { unitId: personId, wave: subject };
  return householdId ? { unitId: householdId, wave: HOUSEHOLD } : undefined;
};
