import type { Round } from '@gongzhi/shared/satisfaction/model';
import type { AnsweredResult } from '@gongzhi/shared/satisfaction/publication';
import { responseOf } from '@gongzhi/shared/satisfaction/publication-rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle, Repo } from './repo';
import type { RoundItem } from './repo-rounds';

/** The seed is told when nobody can be drawn by it any more. */
const shown = ({ sk, seed, closing: _, pk: _pk, ...round }: RoundItem & { pk?: string }): Round => ({
  roundId: sk,
  ...round,
  ...(round.state === 'settled' && seed ? { seed } : {}),
});

type ResultItem = NonNullable<Awaited<ReturnType<Repo['rounds']['result']>>> & { pk?: string };
/** Results with whether each was answered; two reads for a page of them. */
const withResponses = async (
  communityId: string,
  results: readonly ResultItem[],
  { repo, now }: { repo: Repo; now: Date },
): Promise<AnsweredResult[]> => {
  const answered = await repo.publications.answeredAll(
    communityId,
    results.map(({ sk }) => sk),
  );
  return results.map(({ sk: roundId, pk: _, ...result }) => ({
    ...{ roundId, ...result },
    response: responseOf(result, answered(roundId), now),
  }));
};

/** Rounds that are settled come with whether the community answered, which nobody is to look for elsewhere. */
export const listRounds: Handle<'listRounds'> = async ({ communityId, cursor }, { repo, now }) => {
  const { items, next } = await repo.rounds.list(communityId, cursor);
  const settled = items.filter(({ state }) => state === 'settled').map(({ sk }) => sk);
  const results = await repo.rounds.resultsOf(communityId, settled);
  const responses = new Map(
    (await withResponses(communityId, results, { repo, now })).map(({ roundId, response }) => [roundId, response]),
  );
  const overseen = items.map((item) => {
    const response = responses.get(item.sk);
    return { ...shown(item), ...(response ? { response } : {}) };
  });
  return { items: overseen, next };
};

export const listResults: Handle<'listResults'> = async ({ communityId, cursor }, { repo, now }) => {
  const { items, next } = await repo.rounds.results(communityId, cursor);
  return { items: await withResponses(communityId, items, { repo, now }), next };
};
export const readResult: Handle<'readResult'> = async (round, { repo, now }) => {
  const item = await repo.rounds.result(round);
  if (!item) return refuse('NOT_FOUND');
  const [result] = await withResponses(round.communityId, [item], { repo, now });
  return result ?? refuse('NOT_FOUND');
};
