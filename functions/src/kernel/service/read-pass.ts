import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import { checkInWindow, checkOutWindow } from '@gongzhi/shared/kernel/service/times';
import { codeSubject } from './code-subject';
import { findLed } from './find-led';
import type { HandleCheck } from './ports';
import { shownShift } from './show-place';

/** A pass is made out of who, which shift and a secret: nothing is kept. */
export const readPass: HandleCheck<'readPass'> = async (ids, { service, caller, passKey, now }) => {
  const { personId } = caller;
  const shift = await service.shift(ids);
  if (!shift) return refuse('NOT_FOUND');
  return { key: passKey({ ...ids, personId }), now: now.toISOString(), personId };
};

/** Codes from the first arrival to the last departure. */
export const readDesk: HandleCheck<'readDesk'> = async (ids, ctx) => {
  const { service, caller, codes, passKey, now } = ctx;
  const found = await findLed(ids, caller.personId, ctx);
  if (isRefusal(found)) return found;
  const { head, shift } = found;
  if (head.status !== 'published' || shift.cancelled) return refuse('ACTIVITY_SHUT');
  const { from } = checkInWindow(shift);
  const count = Math.ceil((checkOutWindow(shift).to - from) / WINDOW_MS) + 1;
  return {
    ...{ shift: shownShift(shift), title: head.title, place: head.place, now: now.toISOString() },
    key: passKey({ ...ids, personId: caller.personId }),
    ...codes.ahead(codeSubject(service.slice, ids), new Date(from), count),
  };
};
