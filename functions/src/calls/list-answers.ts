import type { Member } from '@gongzhi/shared/calls/contract';
import type { Reading } from '@gongzhi/shared/calls/model';
import { leads } from '@gongzhi/shared/calls/rules';
import { refuse, isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import type { PartyMember } from '../kernel/party';
import type { Deps, Handle } from './repo';
import type { AskedItem } from './repo-asked';
import type { InCall } from './repo-calls';

type Sources = Pick<Ctx & Deps, 'caller' | 'repo' | 'party' | 'now'>;

/** As whom somebody reads names: whoever called reads all, a secretary those of their branch. */
const readerOf = async (
  ids: InCall,
  { caller, repo, party }: Sources,
): Promise<{ as: Reading['as']; branchId?: string } | Refusal<'NOT_FOUND' | 'NOT_CALLER'>> => {
  const found = await repo.calls.read(ids);
  if (!found) return refuse('NOT_FOUND');
  if (leads(found.head, caller)) return { as: 'caller' };
  const branch = await party.branchOf(ids.communityId, caller.personId);
  return branch ? { as: 'secretary', branchId: branch.branchId } : refuse('NOT_CALLER');
};

const shown = (item: AskedItem, { displayName, building, skills }: PartyMember): Member => ({
  ...{ personId: item.sk, name: displayName, skills, answer: item.answer, askedAt: item.at },
  ...(building ? { building } : {}),
  ...(item.answeredAt ? { answeredAt: item.answeredAt } : {}),
});

/** Names only of members who count and whose consent stands at this moment; that they were read is kept for each to see. */
export const listAnswers: Handle<'listAnswers'> = async ({ cursor, ...ids }, ctx) => {
  const { repo, party, caller, now } = ctx;
  const reader = await readerOf(ids, ctx);
  if (isRefusal(reader)) return reader;
  const { items, next } = await repo.asked.list(ids, reader.branchId, cursor);
  const found = await Promise.all(
    items.map(async (item) => ({ item, member: await party.member(ids.communityId, item.sk) })),
  );
  const named = found.flatMap(({ item, member }) =>
    member && (reader.branchId === undefined || member.branchId === reader.branchId) ? [{ item, member }] : [],
  );
  const reading = { as: reader.as, at: now.toISOString() };
  await Promise.all(
    named
      .filter(({ item }) => !item.readings[caller.personId])
      .map(({ item }) => repo.asked.markRead(ids, item.sk, caller.personId, reading)),
  );
  return { items: named.map(({ item, member }) => shown(item, member)), next };
};
