import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Request } from '@gongzhi/shared/volunteering/request';
import type { Caller } from '../kernel/caller';
import type { Handle } from './repo';
import type { RequestItem } from './repo-requests';

/** What nobody has looked at is seen by its author and the workers. */
const maySee = ({ state, authorId }: RequestItem, { personId, roles }: Caller): boolean =>
  state !== 'waiting' || authorId === personId || roles.includes('worker');

const shown = ({ sk, title, about, kind, by, authorId, at, state, activityId }: RequestItem): Request => ({
  ...{ requestId: sk, title, about, kind, by, authorId, at, state },
  ...(activityId ? { activityId } : {}),
});

export const listRequests: Handle<'listRequests'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.requests.list(communityId, cursor);
  return { items: items.filter((item) => maySee(item, caller)).map(shown), next };
};

export const readRequest: Handle<'readRequest'> = async ({ communityId, requestId }, { repo, caller }) => {
  const item = await repo.requests.read(communityId, requestId);
  return item && maySee(item, caller) ? shown(item) : refuse('NOT_FOUND');
};
