import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';
import type { InMeeting } from './repo-meetings';

/** The meeting as it stands and what `personId` (the caller, unless said) is in it, read afresh. */
export const findMeeting = async (ids: InMeeting, ctx: Ctx & Deps, personId = ctx.caller.personId) =>
  (await ctx.repo.meetings.read(ids, personId)) ?? refuse('NOT_FOUND');
