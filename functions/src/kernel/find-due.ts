import type { Due } from '@gongzhi/shared/kernel/task';
import { afterWorkingDays, dayInChina, endOfDay, type Calendar } from '@gongzhi/shared/kernel/working-days';

/** The instant at which a task is late: the end of the day given, or of the last working day counted from tomorrow. */
export const findDue = async (
  due: Due,
  now: Date,
  calendar: () => Promise<Calendar>,
): Promise<{ dueAt: string; estimated: boolean }> => {
  if ('date' in due) return { dueAt: endOfDay(due.date), estimated: false };
  const { day, estimated } = afterWorkingDays(dayInChina(now), due.workingDays, await calendar());
  return { dueAt: endOfDay(day), estimated };
};
