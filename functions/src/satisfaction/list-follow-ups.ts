import type { FollowUpHead } from '@gongzhi/shared/satisfaction/model';
import { mayRead } from '@gongzhi/shared/satisfaction/rules';
import type { Handle } from './repo';
import type { FollowUpItem } from './repo-follow-ups';

/** What a list says of a follow-up: nothing of its content. */
export const headOf = (item: FollowUpItem, personId: string): FollowUpHead => {
  const { sk, about, state, openedOn, dueAt, answeredAt, sentBack, responsibleId } = item;
  return {
    ...{ followUpId: sk, about, state, openedOn, dueAt, sentBack },
    ...(answeredAt ? { answeredAt } : {}),
    hand: responsibleId === undefined ? 'free' : responsibleId === personId ? 'mine' : 'taken',
  };
};

export const listFollowUps: Handle<'listFollowUps'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.followUps.waiting(communityId, cursor);
  return { items: items.map((item) => headOf(item, caller.personId)), next };
};

export const readFollowUp: Handle<'readFollowUp'> = async (ids, { repo, caller }) => {
  const item = await repo.followUps.read(ids);
  const refused = mayRead(item, caller);
  if (refused || !item) return refused ?? { refused: 'NOT_FOUND' };
  return { ...headOf(item, caller.personId), said: item.said, turns: item.turns };
};
