import { figuresShown } from '@gongzhi/shared/resolutions/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

/** Words are shown when figures are; what the content check was not sure of is not shown. */
export const listWords: Handle<'listWords'> = async ({ communityId, proposalId, cursor }, { repo }) => {
  const item = await repo.resolutions.read(communityId, proposalId);
  if (!item) return refuse('NOT_FOUND');
  if (!figuresShown(item).figures) return { items: [] };
  const { items, next } = await repo.resolutions.reviews(communityId, proposalId, cursor);
  return { items: items.flatMap(({ word, waiting }) => (word && !waiting ? [{ word }] : [])), next };
};
