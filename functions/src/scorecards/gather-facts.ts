import { endOfDay, dayAfter } from '@gongzhi/shared/kernel/working-days';
import { resultsOf, type Facts } from '@gongzhi/shared/scorecards/measure';
import { cardDay, spanOf } from '@gongzhi/shared/scorecards/quarters';
import type { OfCard } from './of-service';
import type { Deps } from './repo';

/**
 * How low answers were followed up, of shown results alone: how many were low stands in those results
 * already, so that the figure tells of no answer of which nothing is shown, whatever it is subtracted from.
 */
const followUpsOf = (
  results: Facts['results'],
  { communityId, quarter, service }: OfCard,
  until: string,
  { followUps }: Deps['satisfaction'],
): Promise<Facts['followUps']> => {
  const { shown } = resultsOf(results, service, quarter);
  const from = shown.map(({ openedAt }) => openedAt).sort()[0];
  if (!from) return Promise.resolve({ due: 0, onTime: 0 });
  return followUps(
    communityId,
    from,
    until,
    shown.map(({ roundId }) => roundId),
  );
};

/** Everything a card of a quarter may be made of, as it stands now. */
export const gatherFacts = async (
  { repo, satisfaction }: Pick<Deps, 'repo' | 'satisfaction'>,
  card: OfCard,
): Promise<Facts> => {
  const { communityId, quarter, service } = card;
  const { from } = spanOf(quarter);
  const closed = endOfDay(dayAfter(cardDay(quarter), -1));
  const [results, tasks, decisions] = await Promise.all([
    satisfaction.results(communityId, from, closed),
    repo.cases.tasks(communityId, quarter, { promises: !service }),
    repo.cases.decisions(communityId, quarter),
  ]);
  const followUps = await followUpsOf(results, card, closed, satisfaction);
  return { quarter, service, results, followUps, tasks, decisions };
};
