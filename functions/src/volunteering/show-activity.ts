import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import type { Head } from '@gongzhi/shared/volunteering/model';
import type { HeadItem, TextItem } from './repo-activities';
import type { ShiftItem } from '../kernel/service/ports';
import { shownShift } from '../kernel/service/show-place';

export const shownHead = ({ sk, ...item }: HeadItem): Head => {
  const { title, by, kind, place, spot, skills, minors, risky, insured, organiserId, status, reason } = item;
  const always = { activityId: sk, title, by, kind, place, skills, minors, risky, insured, organiserId, status };
  return { ...always, ...(spot ? { spot } : {}), ...(reason ? { reason } : {}) };
};

/** Everybody may know that there is an insurance, not its number. */
export const showActivity = (
  head: HeadItem,
  text: TextItem,
  shifts: readonly ShiftItem[],
  all: boolean,
): Omit<Whole, 'now'> => {
  const { about, bring, risk, insurance, requestId, projectId } = text;
  return {
    ...shownHead(head),
    about,
    ...(bring ? { bring } : {}),
    ...(risk ? { risk } : {}),
    ...(all && insurance ? { insurance } : {}),
    ...(all && requestId ? { requestId } : {}),
    ...(projectId ? { projectId } : {}),
    shifts: shifts.map(shownShift).sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
  };
};
