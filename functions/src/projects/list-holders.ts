import type { Handle } from './repo';

/** Named only while the member counts, consents and chose to be shown: read afresh, so that taking it back holds at once. */
export const listHolders: Handle<'listHolders'> = async ({ communityId, postId, cursor }, { repo, party }) => {
  const { items, next } = await repo.posts.holders({ communityId, postId }, cursor);
  const members = await Promise.all(items.map(({ sk }) => party.member(communityId, sk)));
  return { items: members.flatMap((member) => (member?.open ? [{ name: member.displayName }] : [])), next };
};
