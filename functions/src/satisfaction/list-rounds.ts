import type { Round } from '@gongzhi/shared/satisfaction/model';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import type { RoundItem } from './repo-rounds';

/** The seed is told when nobody can be drawn by it any more. */
const shown = ({ sk, seed, closing: _, pk: _pk, ...round }: RoundItem & { pk?: string }): Round => ({
  roundId: sk,
  ...round,
  ...(round.state === 'settled' && seed ? { seed } : {}),
});

export const listRounds: Handle<'listRounds'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.rounds.list(communityId, cursor);
  return { items: items.map(shown), next };
};

export const listResults: Handle<'listResults'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.rounds.results(communityId, cursor);
  return { items: items.map(toResult), next };
};
export const readResult: Handle<'readResult'> = async (round, { repo }) => {
  const item = await repo.rounds.result(round);
  return item ? toResult(item) : refuse('NOT_FOUND');
};
type ResultItem = Awaited<ReturnType<Parameters<typeof readResult>[1]['repo']['rounds']['results']>>['items'][number];
const toResult = ({ sk: roundId, pk: _, ...result }: ResultItem & { pk?: string }) => ({ roundId, ...result });
