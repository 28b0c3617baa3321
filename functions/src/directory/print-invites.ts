import { doorKey, doorLabel } from '@gongzhi/shared/directory/door-key';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { dateInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { groupCode } from './derive-codes';
import type { Slip } from './draw-sheet';
import type { Deps, Handler } from './repo';
import type { BatchItem } from './repo-invites';

const slipsOf = (communityId: string, { batchId, building, doors }: BatchItem, { codes, webOrigin }: Deps): Slip[] =>
  doors.flatMap(({ unit, room, invites }) => {
    const { door } = doorKey({ building, unit, room });
    return Array.from({ length: invites }, (_, n) => {
      const code = groupCode(codes.inviteCode(communityId, { batchId, door, n }));
      return { label: doorLabel({ building, unit, room }), code, link: `${webOrigin}/#/directory/join/index?communityId=${communityId}&code=${code}` };
    });
  });

/** Drawn anew each time from what the batch says; the drawing code and its font are loaded only here. */
export const printInvites: Handler<'printInvites'> = async ({ communityId, batchId }, ctx) => {
  const [batch, community] = await Promise.all([ctx.repo.invites.batch(communityId, ctx.codes.batchTag(communityId, batchId)), ctx.repo.places.community(communityId)]);
  if (batch?.batchId !== batchId || !community) return refuse('NOT_FOUND');
  const { drawSheet } = await import('./draw-sheet');
  const building = /^[\dA-Za-z]+$/.test(batch.building) ? `${batch.building}号楼` : batch.building;
  const pdf = await drawSheet({
    title: `${community.streetName} ${community.name} · ${building}`,
    until: `${yearInChina(batch.expiresAt)}年${dateInWords(batch.expiresAt)}`,
    slips: slipsOf(communityId, batch, ctx),
  });
  return { fileName: `邀请码-${building}.pdf`, mediaType: 'application/pdf', base64: pdf.toString('base64') };
};
