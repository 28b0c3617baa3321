import { refuse } from '@gongzhi/shared/kernel/refusals';
import { FEWEST_SHOWN } from '@gongzhi/shared/votes/secret-rules';
import type { Handle } from './repo';

/** Who took part in a secret vote, in the order of ids and never of casting. Below three nobody is named. */
export const listTurnout: Handle<'listTurnout'> = async ({ communityId, voteId, cursor }, { repo }) => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  if (vote.ballot !== 'secret') return refuse('NOT_SECRET');
  const { items, next } = await repo.secret.pageOfMarks(communityId, voteId, cursor);
  if (cursor === undefined && items.length < FEWEST_SHOWN) return { items: [], hidden: items.length > 0 };
  return { items: items.map(({ sk, channel }) => ({ unitId: sk, channel })), next, hidden: false };
};
