import { INVITE, inviteExpiresAt } from '@gongzhi/shared/directory/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit } from '../kernel/commit';
import { decideAgain } from './decide-again';
import type { Handler } from './repo';

/** A batch whose tag another batch has already is made anew under another id. */
export const issueInvites: Handler<'issueInvites'> = async ({ communityId, building }, ctx) => {
  const households = await ctx.repo.roll.building(communityId, building);
  const [first] = households;
  if (!first) return refuse('NOT_FOUND');
  const doors = households
    .map(({ unit, room, seats, joined }) => ({ unit, room, invites: Math.min(INVITE.perHousehold, seats - joined) }))
    .filter(({ invites }) => invites > 0);
  const invites = doors.reduce((sum, door) => sum + door.invites, 0);
  const expiresAt = inviteExpiresAt(ctx.now).toISOString();
  return decideAgain(async () => {
    const batchId = ctx.id();
    return commit(
      ctx,
      [
        ctx.repo.invites.issueBatch(communityId, ctx.codes.batchTag(communityId, batchId), {
          batchId,
          building: first.building,
          expiresAt,
          doors,
        }),
      ],
      { type: 'directory.invites-issued', subject: batchId, via: 'staff', data: { households: doors.length, invites } },
      { batchId, invites, expiresAt },
    );
  });
};
