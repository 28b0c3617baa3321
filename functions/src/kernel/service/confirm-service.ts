import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Service } from '@gongzhi/shared/kernel/service/model';
import { mayCap, mayConfirm } from '@gongzhi/shared/kernel/service/check-rules';
import { counted } from '@gongzhi/shared/kernel/service/times';
import { commit, isLost } from '../commit';
import { recallAnswer } from '../recall-answer';
import { findLed } from './find-led';
import type { HandleCheck, PlaceItem } from './ports';
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
export const confirmService: HandleCheck<'confirmService'> = async ({ personId, from, to, ...ids }, ctx) => {
  const found = await findLed(ids, personId, ctx);
  if (isRefusal(found)) return found;
  const { head, shift, place } = found;
  const no = mayConfirm(shift, place, { from, to }, ctx.now);
  if (no) return no;
  const service = { ...counted(shift, from, to), grade: 'confirmed' as const, version: nextVersion(place) };
  const word =
    ', #inAt = if_not_exists(#inAt, :from), #inVia = if_not_exists(#inVia, :word), #outAt = if_not_exists(#outAt, :to), #outVia = if_not_exists(#outVia, :word)';
  const change = serviceChange(place, service, word, { ':from': from, ':to': to, ':word': 'word' });
  const answer = { shiftId: ids.shiftId, personId, at: to, minutes: service.minutes, grade: service.grade };
  const writes = [ctx.service.placeWrite(ids, personId, change)];
  const done = await commit(
    ctx,
    writes,
    settledEvent(ctx.service.slice, ids, { personId, kind: head.kind, service }),
    answer,
  );
  return isLost(done) ? refuse('STALE') : done;
};

/** A forgotten check-out: the service ends with the shift and says so. A check-out that arrives later takes its place. */
export const capService: HandleCheck<'capService'> = async ({ personId, ...ids }, ctx) => {
  const found = await findLed(ids, personId, ctx);
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
  const write = ctx.service.placeWrite(ids, personId, {
    ...change,
    when: `${change.when} AND attribute_not_exists(#outAt)`,
  });
  const answer = { shiftId: ids.shiftId, personId, at: shift.endsAt, minutes: service.minutes, grade: service.grade };
  const done = await commit(
    ctx,
    [write],
    settledEvent(ctx.service.slice, ids, { personId, kind: head.kind, service }),
    answer,
  );
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
