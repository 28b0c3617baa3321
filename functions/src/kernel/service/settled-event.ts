import type { Kind, Service } from '@gongzhi/shared/kernel/service/model';
import type { InShift, PlaceItem } from './ports';

/** The event by which hours are entered; a later version stands in place of the earlier. */
export const settledEvent = (
  slice: string,
  { shiftId, activityId }: InShift,
  { personId, kind, service }: { personId: string; kind: Kind; service: Service },
) => ({
  type: `${slice}.service-settled`,
  unlisted: true as const,
  subject: `service/${shiftId}/${personId}`,
  data: { activityId, shiftId, volunteerId: personId, kind, ...service },
});

export const nextVersion = (place: PlaceItem | undefined): number => (place?.service?.version ?? 0) + 1;

/** Nobody settled it meanwhile: no version is given twice. */
export const serviceStill = (place: PlaceItem | undefined) => ({
  when: place?.service ? '#service.#version = :before' : 'attribute_not_exists(#service)',
  values: { ':before': place?.service?.version },
});
