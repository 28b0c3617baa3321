import { standing } from '@gongzhi/shared/kernel/hour-lines';
import type { Repo } from './repo';
import { lineOf, volunteerOf, type Line } from './repo-entries';

export type OfVolunteer = Line & { volunteerId: string };
/** The lines of a month in the order of the services; `stands` tells whether one is reversed or a reversal. */
export const gatherMonth = async ({ entries }: Repo, communityId: string, month: string) => {
  const items = await entries.month(communityId, month);
  const lines = items.map((item): OfVolunteer => ({ ...lineOf(item), volunteerId: volunteerOf(item) }));
  const stand = new Set(standing(lines).map(({ entryId }) => entryId));
  return { lines, stands: ({ entryId }: Line) => stand.has(entryId) };
};
