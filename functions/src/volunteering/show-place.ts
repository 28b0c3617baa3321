import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import type { Attendance } from '@gongzhi/shared/volunteering/model';
import type { HeadItem } from './repo-activities';
import type { PlaceItem } from './repo-places';
import type { ShiftItem } from './repo-shifts';
import { shownHead, shownShift } from './show-activity';

const SHOWN = [
  'shiftId',
  'activityId',
  'name',
  'place',
  'at',
  'consent',
  'walkIn',
  'inAt',
  'inVia',
  'band',
  'outAt',
  'outVia',
  'late',
  'service',
] as const;

export const showPlace = (item: PlaceItem): Attendance => ({
  personId: item.sk,
  ...(Object.fromEntries(SHOWN.filter((name) => item[name] !== undefined).map((name) => [name, item[name]])) as Omit<
    Attendance,
    'personId'
  >),
});

export const shownMine = ({ item, shift, head }: { item: PlaceItem; shift: ShiftItem; head: HeadItem }): Mine => ({
  ...showPlace(item),
  shift: shownShift(shift),
  activity: shownHead(head),
});
