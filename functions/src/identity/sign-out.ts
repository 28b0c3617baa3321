import type { identity } from '@gongzhi/shared/identity/contract';
import type { Ctx } from '../kernel/caller';
import { Busy, commit, isLost } from '../kernel/commit';
import type { Handler } from '../kernel/serve';
import type { Repo } from './repo';
import { sessionKey } from './repo-sessions';

export interface SignOutNeeds {
  repo: Repo;
}
const ATTEMPTS = 3;

const eventOf = ({ caller }: Ctx, everywhere: boolean) => ({
  type: 'identity.signed-out',
  scope: caller.personId,
  subject: caller.personId,
  data: { sessionId: caller.sessionId, everywhere },
});

/** Ends the session. Its access token lives out its quarter of an hour: the phone forgets it. A session that had ended leaves no event. */
const endHere = async (ctx: Ctx & SignOutNeeds, at: string) => {
  const { personId, sessionId } = ctx.caller;
  const done = await commit(
    ctx,
    [ctx.repo.ending(sessionKey(personId, sessionId), ctx.now.getTime())],
    eventOf(ctx, false),
    { at },
  );
  return isLost(done) ? { at } : done;
};

/** Tokens are dated in whole seconds: the next second is younger than any token issued until now, however fresh. */
const endEverywhere = async (ctx: Ctx & SignOutNeeds, at: string) => {
  const { personId } = ctx.caller;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const from = (await ctx.repo.person(personId))?.validFrom ?? 0;
    const to = Math.max(from, Math.floor(ctx.now.getTime() / 1000)) + 1;
    const done = await commit(ctx, [ctx.repo.endingAll(personId, from, to)], eventOf(ctx, true), { at });
    if (!isLost(done)) return done;
  }
  throw new Busy('signing out');
};

/** Signs out this device or, with `everywhere`, every session and access token of the caller at once. */
export const signOut: Handler<typeof identity.signOut, SignOutNeeds> = async ({ everywhere }, ctx) =>
  (everywhere ? endEverywhere : endHere)(ctx, ctx.now.toISOString());
