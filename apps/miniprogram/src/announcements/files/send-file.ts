import { announcements } from '@gongzhi/shared/announcements/contract';
import type { FileRef } from '@gongzhi/shared/announcements/files';
import { call } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import type { Attached } from '../../kernel/platform/port';

/** A file on its way: what was picked, and its place once it has one, so that another attempt goes on there. */
export interface Sending {
  picked: Attached;
  fileId?: string;
}
export type Arrived =
  { ok: true; file: Pick<FileRef, 'fileId' | 'kind' | 'bytes'> } | { ok: false; says: string; sending: Sending };

const CUT = '没有传完，可能是网络断了。选好的文件还在，请再传一次。';
const GONE = '没有传上去，请再传一次；还不行，请重新选这个文件。';

const upload = async (
  communityId: string,
  { fileId, picked }: Sending & { fileId: string },
  progress: (percent: number) => void,
): Promise<string | undefined> => {
  const ticket = await call(announcements.readTicket, { communityId, fileId });
  // it was taken already, and only the answer was lost
  if (!ticket.ok) return ticket.refused === 'FILE_CLAIMED' ? undefined : ticket.says;
  const { url, fields } = ticket.value;
  const status = await platform.attach?.send({ url, fields, path: picked.path }, progress).catch(() => 0);
  if (status === 200 || status === 204) return undefined;
  return status ? GONE : CUT;
};

/** A place, a form, the file, and the word that it is there; what fails can be begun again where it stopped. */
export const sendFile = async (
  communityId: string,
  sending: Sending,
  progress: (percent: number) => void,
): Promise<Arrived> => {
  let { fileId } = sending;
  if (!fileId) {
    const opened = await call(announcements.openUpload, { communityId, bytes: sending.picked.bytes });
    if (!opened.ok) return { ok: false, says: opened.says, sending };
    fileId = opened.value.fileId;
  }
  const placed = { ...sending, fileId };
  const failure = await upload(communityId, placed, progress);
  if (failure) return { ok: false, says: failure, sending: placed };
  const claimed = await call(announcements.claimFile, { communityId, fileId });
  if (!claimed.ok) return { ok: false, says: claimed.says, sending: placed };
  const { kind, bytes } = claimed.value;
  return { ok: true, file: { fileId, kind, bytes } };
};
