import type { Role } from '@gongzhi/shared/kernel/contract';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';

interface Asking {
  roles: readonly Role[];
  /** The unit they speak for now. */
  unitId?: string | undefined;
}

/** Whether somebody may write what is said of a unit: a worker of any, a contact of their own. */
export const mayWrite = ({ roles, unitId }: Asking, of: string): Refusal<'NOT_UNIT_CONTACT'> | undefined =>
  roles.includes('worker') || (roles.includes('unitContact') && unitId === of) ? undefined : refuse('NOT_UNIT_CONTACT');

/** Whether words the check was not sure of may stand: a worker’s do, anybody else’s wait for a worker. */
export const mayStand = ({ roles }: Asking, waits: boolean): Refusal<'WORDS_UNSURE'> | undefined =>
  waits && !roles.includes('worker') ? refuse('WORDS_UNSURE') : undefined;

/** Whether a unit still takes part: nothing is written of one that was closed. */
export const mayTakePart = ({ closed }: { closed?: unknown }): Refusal<'UNIT_CLOSED'> | undefined =>
  closed === undefined ? undefined : refuse('UNIT_CLOSED');

/** Whether an agreement holds on a day (`2026-11-27`), its first and last day included, unless it was withdrawn. */
export const holdsOn = (
  { from, until, withdrawn }: { from: string; until: string; withdrawn?: unknown },
  day: string,
): boolean => withdrawn === undefined && from <= day && day <= until;
