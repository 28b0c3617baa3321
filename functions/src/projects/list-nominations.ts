import type { Ctx } from '../kernel/caller';
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
const GONE = '报到已失效';

/** The names of those who count, once it is written down for them that they were read. */
const readNames = async (communityId: string, items: readonly NominationItem[], ctx: Ctx & Deps) => {
  const { party, log, caller, now } = ctx;
  const found = await Promise.all(items.map(({ personId }) => party.member(communityId, personId)));
  const names = new Map(found.flatMap((member) => (member ? [[member.personId, member.displayName] as const] : [])));
  const as = caller.roles.includes('worker') ? ('worker' as const) : ('secretary' as const);
  await log({ communityId, readerId: caller.personId, as, what: 'waiting', now }, [...names.keys()]);
  return names;
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
  const names = await readNames(communityId, waiting, ctx);
  const shown = waiting.map(({ sk: postId, title, personId, at }) => ({
    ...{ postId, title, personId, at },
    name: names.get(personId) ?? GONE,
  }));
  return { items: shown, next };
};
