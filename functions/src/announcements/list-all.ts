import { refuse } from '@gongzhi/shared/kernel/refusals';
import { draftOf, showHead } from './show-head';
import type { Handle } from './repo';

export const listAll: Handle<'listAll'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.heads.all(communityId, cursor);
  return { items: items.map(showHead), next };
};

export const listWaiting: Handle<'listWaiting'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.heads.waiting(communityId, cursor);
  const shown = items.map((item) => ({
    ...showHead(item),
    mine: (item.proposedBy ?? item.authorId) === caller.personId,
    correction: item.state === 'published',
  }));
  return { items: shown, next };
};

export const readDraft: Handle<'readDraft'> = async (ids, { repo, caller }) => {
  const head = await repo.heads.read(ids);
  if (!head) return refuse('NOT_FOUND');
  const [current, proposed] = await Promise.all([
    repo.texts.read(ids, head.version),
    head.proposedBy ? repo.texts.read(ids, 'proposed') : undefined,
  ]);
  return current ? draftOf(head, { current, proposed }, caller.personId) : refuse('NOT_FOUND');
};
