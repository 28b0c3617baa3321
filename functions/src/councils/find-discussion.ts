import { mayDiscuss } from '@gongzhi/shared/councils/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';
import type { InProposal } from './repo-points';
import { headOf } from './repo-heads';

/** The proposal if people may speak on it now, or the refusal. */
export const findDiscussion = async (
  { communityId, proposalId }: InProposal,
  { repo, now }: Pick<Deps, 'repo'> & Pick<Ctx, 'now'>,
) => {
  const item = await repo.proposals.head(communityId, proposalId);
  if (!item) return refuse('NOT_FOUND');
  const head = headOf(communityId, item, now);
  return mayDiscuss(head) ?? head;
};
