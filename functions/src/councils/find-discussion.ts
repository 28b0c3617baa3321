import { mayDiscuss } from '@gongzhi/shared/councils/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';
import type { InProposal } from './repo-points';
import { headOf, type HeadItem } from './repo-heads';

/** Matters merged one after another: so many steps are followed. */
const STEPS = 5;
/** What a merged matter goes on as: its discussion stays open as long as that one's, so nothing said is cut off. */
export const goesOn = async (communityId: string, item: HeadItem, repo: Deps['repo']): Promise<HeadItem> => {
  let last = item;
  for (let step = 0; last.mergedInto && step < STEPS; step += 1)
    last = (await repo.proposals.head(communityId, last.mergedInto)) ?? { ...last, mergedInto: '' };
  return last;
};

/** The proposal if people may speak on it now, or the refusal. */
export const findDiscussion = async (
  { communityId, proposalId }: InProposal,
  { repo, now }: Pick<Deps, 'repo'> & Pick<Ctx, 'now'>,
) => {
  const item = await repo.proposals.head(communityId, proposalId);
  if (!item) return refuse('NOT_FOUND');
  const head = headOf(communityId, item, now);
  const open = headOf(communityId, await goesOn(communityId, item, repo), now);
  return mayDiscuss(open) ?? head;
};
