import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { CheckReceipt } from '@gongzhi/shared/kernel/service/contract';
import type { Service } from '@gongzhi/shared/kernel/service/model';
import { gradeOf } from '@gongzhi/shared/kernel/service/check-rules';
import { counted } from '@gongzhi/shared/kernel/service/times';
import type { Ctx } from '../caller';
import { commit, isLost } from '../commit';
import { recallAnswer } from '../recall-answer';
import type { Check } from './commit-arrival';
import type { Around, InShift, PlaceItem, ServiceDeps } from './ports';
import { nextVersion, serviceStill, settledEvent } from './settled-event';

/** What a stay counts for; nothing yet where a scan came later and the organiser has not been asked. */
const serviceOf = ({ shift, place }: Around, { at, via, late }: Check): Service | undefined => {
  if (!place?.inAt || late || place.late) return undefined;
  const grade = gradeOf({ inVia: place.inVia, outVia: via, band: place.band });
  return { ...counted(shift, place.inAt, at.toISOString()), grade, version: nextVersion(place) };
};

const departure = (place: PlaceItem | undefined, { at, via }: Check, service: Service | undefined) => {
  const { when, values } = serviceStill(place);
  return {
    to: `SET #outAt = :outAt, #outVia = :outVia, ${service ? '#service = :service' : '#late = :late'}`,
    when: `attribute_exists(#inAt) AND attribute_not_exists(#outAt) AND ${when}`,
    lost: 'GONE',
    values: { ...values, ':outAt': at.toISOString(), ':outVia': via, ':late': true, ':service': service },
  };
};

/** Somebody left: what the stay counts for is settled with it. */
export const commitDeparture = async (
  ids: InShift,
  around: Around,
  check: Check,
  ctx: Ctx & Pick<ServiceDeps, 'service'>,
): Promise<CheckReceipt | Refusal<'ALREADY_DONE'>> => {
  const { personId, at, via } = check;
  const service = serviceOf(around, check);
  const { shiftId, activityId } = ids;
  const event = service
    ? settledEvent(ctx.service.slice, ids, { personId, kind: around.head.kind, service })
    : {
        type: `${ctx.service.slice}.checked-out`,
        unlisted: true as const,
        subject: activityId,
        data: { shiftId, volunteerId: personId, via, late: true },
      };
  const answer: CheckReceipt = {
    ...{ shiftId, personId, at: at.toISOString() },
    ...(service ? { minutes: service.minutes, grade: service.grade } : { late: true }),
  };
  const write = ctx.service.placeWrite(ids, personId, departure(around.place, check, service));
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? recallAnswer<CheckReceipt, Refusal<'ALREADY_DONE'>>(ctx, refuse('ALREADY_DONE')) : done;
};
