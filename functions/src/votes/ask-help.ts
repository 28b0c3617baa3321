import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findOnRoll, notYetIn } from './find-on-roll';
import { isCode } from './help-code';
import type { Handle } from './repo';

/** Begins an assisted ballot. No choice is asked for: in a secret vote none may lie beside the unit while it waits. */
export const askHelp: Handle<'askHelp'> = async ({ communityId, voteId, unitId, code }, ctx) => {
  const found = notYetIn(await findOnRoll(ctx.repo, { communityId, voteId, unitId }, ctx.now));
  if (isRefusal(found)) return found;
  if (code !== undefined && !isCode(code, ctx.helpCode(voteId, unitId))) return refuse('HELP_CODE_WRONG');
  const state = code === undefined ? ('asked' as const) : ('confirmed' as const);
  const at = ctx.now.toISOString();
  const write = ctx.repo.entries.helpWrite(communityId, voteId, unitId, { by: ctx.caller.personId, state, at });
  const type = code === undefined ? 'votes.help-asked' : 'votes.help-agreed';
  const event = { type, subject: voteId, via: 'staff' as const, behalf: unitId, data: { voteId } };
  const done = await commit(ctx, [write], event, { voteId, unitId, state, at });
  return isLost(done) ? refuse('NOT_ON_ROLL') : done;
};
