import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Shift } from '@gongzhi/shared/kernel/service/model';
import type { Plan } from '@gongzhi/shared/volunteering/model';
import { isCovered } from '@gongzhi/shared/volunteering/rules';
import type { HeadItem } from './repo-activities';

/** What is published stays insured where it must be: its shifts still to come, whichever changed. */
export const judgeCover = (
  { status, risky }: Pick<HeadItem, 'status' | 'risky'>,
  insurance: Plan['insurance'],
  shifts: readonly Pick<Shift, 'endsAt' | 'cancelled'>[],
  now: Date,
): Refusal<'INSURANCE_NEEDED'> | undefined => {
  const coming = shifts.filter(({ endsAt, cancelled }) => !cancelled && Date.parse(endsAt) > now.getTime());
  return status !== 'published' || isCovered({ risky, insurance }, coming) ? undefined : refuse('INSURANCE_NEEDED');
};
