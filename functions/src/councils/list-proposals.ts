import type { Handle } from './repo';
import { headOf } from './repo-heads';

export const listProposals: Handle<'listProposals'> = async ({ communityId, cursor }, { repo, now }) => {
  const { items, next } = await repo.proposals.listPublished(communityId, cursor);
  return { items: items.map((item) => headOf(communityId, item, now)), next };
};
