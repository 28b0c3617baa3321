import { FILES } from '@gongzhi/shared/announcements/files';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { commit } from '../kernel/commit';
import type { Handle } from './repo';
import { uploadKey } from './repo-files';

export const openUpload: Handle<'openUpload'> = async ({ communityId, bytes }, ctx) => {
  const most = FILES.mostBytes.value;
  if (bytes > most) return refuse('FILE_LARGE', { most: most / 1_000_000 });
  const { repo, now, caller } = ctx;
  const fileId = ctx.id();
  const at = now.toISOString();
  const writes = [repo.files.openWrite({ communityId, fileId }, { by: caller.personId, at, most: bytes }, now)];
  const event = { type: 'announcements.file-opened', subject: fileId, unlisted: true as const };
  return (await commit(ctx, writes, event, { fileId, at })) as { fileId: string; at: string };
};

/** Signed anew each time, so that no event keeps a signature. */
export const readTicket: Handle<'readTicket'> = async (ids, { repo, files, now, caller }) => {
  const seen = await repo.files.read(ids);
  if (!seen) return refuse('NOT_FOUND');
  if (seen.by !== caller.personId) return refuse('NOT_YOURS');
  if (seen.state !== 'open') return refuse('FILE_CLAIMED');
  const until = new Date(now.getTime() + FILES.ticketMinutes.value * MINUTE);
  return { ...files.ticket(uploadKey(ids), { bytes: seen.most, now, until }), until: until.toISOString() };
};
