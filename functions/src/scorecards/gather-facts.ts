import { endOfDay, dayAfter } from '@gongzhi/shared/kernel/working-days';
import type { Facts } from '@gongzhi/shared/scorecards/measure';
import { cardDay, spanOf } from '@gongzhi/shared/scorecards/quarters';
import type { Deps } from './repo';

/** Everything a card of a quarter may be made of, as it stands now. */
export const gatherFacts = async (
  { repo, satisfaction }: Pick<Deps, 'repo' | 'satisfaction'>,
  communityId: string,
  quarter: string,
): Promise<Facts> => {
  const { from, until } = spanOf(quarter);
  const closed = endOfDay(dayAfter(cardDay(quarter), -1));
  const [results, followUps, tasks, decisions] = await Promise.all([
    satisfaction.results(communityId, from, closed),
    satisfaction.followUps(communityId, from, until),
    repo.cases.tasks(communityId, quarter),
    repo.cases.decisions(communityId, quarter),
  ]);
  return { quarter, results, followUps, tasks, decisions };
};
