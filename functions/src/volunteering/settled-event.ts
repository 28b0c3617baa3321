import type { Service } from '@gongzhi/shared/volunteering/model';
import type { HeadItem } from './repo-activities';
import type { PlaceItem } from './repo-places';
import type { InShift } from './repo-shifts';

/** The event by which hours are entered; a later version stands in place of the earlier. */
export const settledEvent = (
  { shiftId, activityId }: InShift,
  personId: string,
  { kind }: HeadItem,
  service: Service,
) => ({
  type: 'volunteering.service-settled',
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
