import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import type { PlaceItem, ShiftItem } from './ports';

export const shiftIdOf = ({ sk }: { sk: string }): string => sk.slice('shift#'.length);

export const shownShift = ({ sk, ...item }: ShiftItem): Shift => {
  const { activityId, startsAt, endsAt, slots, taken, waiting, cancelled } = item;
  const always = { shiftId: shiftIdOf({ sk }), activityId, startsAt, endsAt, slots, taken, waiting };
  return cancelled ? { ...always, cancelled } : always;
};

const SHOWN = [
  ...(['shiftId', 'activityId', 'name', 'place', 'at', 'consent', 'walkIn', 'inAt', 'inVia', 'band'] as const),
  ...(['outAt', 'outVia', 'late', 'service'] as const),
];

export const showPlace = (item: PlaceItem): Attendance => ({
  personId: item.sk,
  ...(Object.fromEntries(SHOWN.filter((name) => item[name] !== undefined).map((name) => [name, item[name]])) as Omit<
    Attendance,
    'personId'
  >),
});
