import type { Deps, Handle } from './repo';
import type { NominationItem } from './repo-nominations';

export const listMyNominations: Handle<'listMyNominations'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.nominations.of(communityId, caller.personId, cursor);
  const shown = items.map(({ sk: postId, title, state, at, reason }) => ({
    ...{ postId, title, state, at },
    ...(reason && state === 'declined' ? { reason } : {}),
  }));
  return { items: shown, next };
};

/** Who counts no more is not named; the nomination waits until it is declined or taken back. */
const named = async (communityId: string, item: NominationItem, { party }: Pick<Deps, 'party'>) => {
  const { sk: postId, title, personId, at } = item;
  const member = await party.member(communityId, personId);
  return { postId, title, personId, name: member?.displayName ?? '报到已失效', at };
};

/** A worker sees all, a secretary those of their own branch; a secretary of none sees none. */
export const listNominations: Handle<'listNominations'> = async ({ communityId, cursor }, ctx) => {
  const { repo, caller, party } = ctx;
  const all = caller.roles.includes('worker');
  const branch = all ? undefined : await party.branchOf(communityId, caller.personId);
  if (!all && !branch) return { items: [] };
  const { items, next } = branch
    ? await repo.nominations.askedIn(communityId, branch.branchId, cursor)
    : await repo.nominations.asked(communityId, cursor);
  const waiting = items.filter(({ state }) => state === 'asked');
  return { items: await Promise.all(waiting.map((item) => named(communityId, item, ctx))), next };
};
