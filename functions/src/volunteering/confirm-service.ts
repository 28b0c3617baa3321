import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Service } from '@gongzhi/shared/volunteering/model';
import { mayCap, mayConfirm } from '@gongzhi/shared/volunteering/check-rules';
import { counted } from '@gongzhi/shared/volunteering/times';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findLedShift } from './find-led';
import type { Handle } from './repo';
import type { PlaceItem } from './repo-places';
import { nextVersion, serviceStill, settledEvent } from './settled-event';

/** A service in place of the one that was read, if there was one. */
const serviceChange = (place: PlaceItem | undefined, service: Service, more: string, also: Record<string, unknown>) => {
  const { when, values } = serviceStill(place);
  return {
    to: `SET #service = :service${more}`,
    when: `#place = :taken AND ${when}`,
    lost: 'CHANGED',
    values: { ...values, ':service': service, ':taken': 'taken', ...also },
  };
};

/** What was scanned stays as it is; where nothing was, the organiser's word stands in its place. */
export const confirmService: Handle<'confirmService'> = async ({ personId, from, to, ...ids }, ctx) => {
  const found = await findLedShift(ids, personId, ctx);
  if (isRefusal(found)) return found;
  const { head, shift, place } = found;
  const no = mayConfirm(shift, place, { from, to }, ctx.now);
  if (no) return no;
  const service = { ...counted(shift, from, to), grade: 'confirmed' as const, version: nextVersion(place) };
  const word =
    ', #inAt = if_not_exists(#inAt, :from), #inVia = if_not_exists(#inVia, :word), #outAt = if_not_exists(#outAt, :to), #outVia = if_not_exists(#outVia, :word)';
  const change = serviceChange(place, service, word, { ':from': from, ':to': to, ':word': 'word' });
  const answer = { shiftId: ids.shiftId, personId, at: to, minutes: service.minutes, grade: service.grade };
  const writes = [ctx.repo.places.placeWrite(ids, personId, change)];
  const done = await commit(ctx, writes, settledEvent(ids, personId, head, service), answer);
  return isLost(done) ? refuse('STALE') : done;
};

/** A forgotten check-out: the service ends with the shift and says so. A check-out that arrives later takes its place. */
export const capService: Handle<'capService'> = async ({ personId, ...ids }, ctx) => {
  const found = await findLedShift(ids, personId, ctx);
  if (isRefusal(found)) return found;
  const { head, shift, place } = found;
  const no = mayCap(shift, place, ctx.now);
  if (no) return recallAnswer(ctx, no);
  const service = {
    ...counted(shift, place?.inAt ?? '', shift.endsAt),
    grade: 'capped' as const,
    version: nextVersion(place),
  };
  const change = serviceChange(place, service, '', {});
  const write = ctx.repo.places.placeWrite(ids, personId, {
    ...change,
    when: `${change.when} AND attribute_not_exists(#outAt)`,
  });
  const answer = { shiftId: ids.shiftId, personId, at: shift.endsAt, minutes: service.minutes, grade: service.grade };
  const done = await commit(ctx, [write], settledEvent(ids, personId, head, service), answer);
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
