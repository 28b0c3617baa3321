import { streetOf } from '@gongzhi/shared/kernel/ids';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handler } from './repo';

export const openCommunity: Handler<'openCommunity'> = async ({ streetId, communityId }, ctx) => {
  const division = streetOf(communityId) === streetId ? await ctx.findDivision(communityId) : undefined;
  if (!division?.community) return refuse('NOT_A_DIVISION');
  const openedAt = ctx.now.toISOString();
  const place = {
    communityId,
    name: division.community,
    streetId,
    streetName: division.street,
    households: 0,
    openedAt,
  };
  const done = await commit(
    ctx,
    [ctx.repo.places.openCommunity(place), ctx.repo.invites.openStaff(communityId)],
    { type: 'directory.community-opened', subject: communityId, scope: communityId, via: 'staff' },
    { communityId, openedAt },
  );
  return isLost(done) ? refuse('ALREADY_OPEN') : done;
};
