import type { Handle } from './repo';

export const listMyProposals: Handle<'listMyProposals'> = async ({ communityId, cursor }, { repo, caller, now }) => {
  const { items, next, lookup } = await repo.proposals.listMine(communityId, caller.personId, cursor);
  return {
    items: items.map((item) => repo.proposals.headIn(lookup, { communityId, proposalId: item.sk }, item, now)),
    next,
  };
};
