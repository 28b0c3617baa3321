import { commit, isLost, Busy } from '../kernel/commit';
import type { Handle } from './repo';

export const savePreferences: Handle<'savePreferences'> = async ({ off, digestHour }, ctx) => {
  const { personId } = ctx.caller;
  const at = ctx.now.toISOString();
  const before = await ctx.repo.preferences.read(personId);
  const after = { off: [...new Set(off)], digestHour };
  const data = { off: after.off.length, digestHour: digestHour ?? 0 };
  const event = { type: 'notices.preferences-saved', subject: personId, unlisted: true as const, data };
  const done = await commit(ctx, ctx.repo.preferences.writes(personId, before, after), event, { at });
  if (isLost(done)) throw new Busy('preferences');
  return done;
};
