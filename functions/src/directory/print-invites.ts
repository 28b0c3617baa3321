import { doorKey, doorLabel } from '@gongzhi/shared/kernel/door-key';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { groupCode } from './derive-codes';
import type { Deps, Handler } from './repo';
import type { BatchItem } from './repo-invites';

const invitesOf = (communityId: string, { batchId, building, doors }: BatchItem, { codes }: Deps) =>
  doors.flatMap(({ unit, room, invites }) => {
    const { door } = doorKey({ building, unit, room });
    const label = doorLabel({ building, unit, room });
    return Array.from({ length: invites }, (_, n) => ({
      label,
      code: groupCode(codes.inviteCode(communityId, { batchId, door, n })),
    }));
  });

/** Drawn anew each time from what the batch says; what draws it, and its font, are loaded only here. */
export const printInvites: Handler<'printInvites'> = async ({ communityId, batchId }, ctx) => {
  const [batch, community] = await Promise.all([
    ctx.repo.invites.batch(communityId, ctx.codes.batchTag(communityId, batchId)),
    ctx.repo.places.community(communityId),
  ]);
  if (batch?.batchId !== batchId || !community) return refuse('NOT_FOUND');
  const { inviteSheet } = await import('./invite-sheet');
  const building = /^[\dA-Za-z]+$/.test(batch.building) ? `${batch.building}号楼` : batch.building;
  const pdf = await inviteSheet({
    communityName: community.name,
    building,
    expiresAt: batch.expiresAt,
    joinUrl: `${ctx.webOrigin}/#/directory/join/index?communityId=${communityId}`,
    invites: invitesOf(communityId, batch, ctx),
  });
  return { fileName: `邀请码-${building}.pdf`, mediaType: 'application/pdf', base64: pdf.toString('base64') };
};
