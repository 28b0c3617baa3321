import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { alreadyMarked, type Mark } from '@gongzhi/shared/votes/secret-rules';
import { findOnRoll, type OpenUnit } from './find-on-roll';
import type { Handle } from './repo';

type Input = Parameters<Handle<'castAssisted'>>[0];
type Ctx = Parameters<Handle<'castAssisted'>>[1];

/** Puts the ballot by its unit's own key. @returns the mark that stands, this one or one that was first */
const put = ({ communityId, voteId, choice, mark }: Input, { vote, entry }: OpenUnit, ctx: Ctx): Promise<Mark> => {
  if (vote.ballot === 'secret')
    return ctx.repo.secret.cast(communityId, voteId, { unitId: entry.unitId, mark, channel: 'assisted' }, choice);
  const ballot = { choice, via: 'assisted' as const, at: ctx.now.toISOString(), mark };
  return ctx.repo.entries.castBallot(communityId, voteId, entry, ballot);
};

const recordedOf = (voteId: string, standing: Mark | undefined, mark: string) =>
  standing?.mark === mark ? { voteId, mark, state: 'recorded' as const } : undefined;

/**
 * The ballot of a unit that agreed. Its own record, as every ballot: that somebody helped stands in the events of asking
 * and agreeing, which say nothing of the choice.
 */
export const castAssisted: Handle<'castAssisted'> = async (input, ctx) => {
  const { communityId, voteId, unitId, mark } = input;
  const found = await findOnRoll(ctx.repo, input, ctx.now);
  if (isRefusal(found)) return found;
  const before = recordedOf(voteId, found.stood, mark);
  if (before) return before;
  if (found.stood) return alreadyMarked(found.stood);
  const help = await ctx.repo.entries.help(communityId, voteId, unitId);
  if (help?.state !== 'confirmed' || help.by !== ctx.caller.personId) return refuse('CONFIRM_FIRST');
  const standing = await put(input, found, ctx);
  return recordedOf(voteId, standing, mark) ?? alreadyMarked(standing);
};
