import type { Member } from '@gongzhi/shared/calls/contract';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { PartyMember } from '../kernel/party';
import { nameMembers } from './name-members';
import { readerOf } from './reader-of';
import type { Handle } from './repo';
import type { AskedItem } from './repo-asked';

const shown = (item: AskedItem, { displayName, building, skills }: PartyMember): Member => ({
  ...{ personId: item.sk, name: displayName, skills, answer: item.answer, askedAt: item.at },
  ...(building ? { building } : {}),
  ...(item.answeredAt ? { answeredAt: item.answeredAt } : {}),
});

export const listAnswers: Handle<'listAnswers'> = async ({ cursor, ...ids }, ctx) => {
  const { repo } = ctx;
  const found = await repo.calls.read(ids);
  if (!found) return refuse('NOT_FOUND');
  const reader = await readerOf(ids.communityId, found.head, ctx);
  if (!reader) return refuse('NOT_CALLER');
  const { items, next } = await repo.asked.list(ids, reader.branchId, cursor);
  const people = items.map(({ sk }) => sk);
  const named = await nameMembers(ids.communityId, people, reader, ctx);
  const members = items.flatMap((item) => {
    const member = named.get(item.sk);
    return member ? [shown(item, member)] : [];
  });
  return { items: members, next };
};
