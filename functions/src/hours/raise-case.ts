import type { Case } from '@gongzhi/shared/hours/case-model';
import { afterWorkingDays, dayInChina, endOfDay } from '@gongzhi/shared/kernel/working-days';
import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import type { Repo } from './repo';

export type Raised = Omit<Case, 'state' | 'raisedAt' | 'dueAt' | 'estimated'>;

/** A case as it begins: open, with its last day by the community's rule. */
export const raiseCase = async (
  one: Raised,
  { repo, calendar, communityId }: { repo: Repo; calendar: () => Promise<Calendar>; communityId: string },
  now: Date,
): Promise<Case> => {
  const { answerWorkingDays } = await repo.settings.read(communityId);
  const { day, estimated } = afterWorkingDays(dayInChina(now), answerWorkingDays, await calendar());
  return { ...one, state: 'open', raisedAt: now.toISOString(), dueAt: endOfDay(day), estimated };
};
