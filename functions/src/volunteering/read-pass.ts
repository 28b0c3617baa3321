import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { WINDOW_MS } from '@gongzhi/shared/volunteering/pass';
import { checkInWindow, checkOutWindow } from '@gongzhi/shared/volunteering/times';
import { codeSubject } from './code-subject';
import { findLedShift } from './find-led';
import type { Handle } from './repo';
import { shownShift } from './show-activity';

/** A pass is made out of who, which shift and a secret: nothing is kept. */
export const readPass: Handle<'readPass'> = async (ids, { repo, caller, passKey, now }) => {
  const { personId } = caller;
  const shift = await repo.shifts.shift(ids);
  if (!shift) return refuse('NOT_FOUND');
  return { key: passKey({ ...ids, personId }), now: now.toISOString(), personId };
};

/** Codes from the first arrival to the last departure. */
export const readDesk: Handle<'readDesk'> = async (ids, ctx) => {
  const { caller, codes, passKey, now } = ctx;
  const found = await findLedShift(ids, caller.personId, ctx);
  if (isRefusal(found)) return found;
  const { head, shift } = found;
  if (head.status !== 'published' || shift.cancelled) return refuse('ACTIVITY_SHUT');
  const { from } = checkInWindow(shift);
  const count = Math.ceil((checkOutWindow(shift).to - from) / WINDOW_MS) + 1;
  return {
    ...{ shift: shownShift(shift), title: head.title, place: head.place, now: now.toISOString() },
    key: passKey({ ...ids, personId: caller.personId }),
    ...codes.ahead(codeSubject(ids), new Date(from), count),
  };
};
