import { isPicture } from '@gongzhi/shared/announcements/files';
import type { Posted } from '@gongzhi/shared/announcements/model';
import type { Deps } from './repo';
import { keptKey } from './repo-files';

/** Bytes of all pictures on one sheet: its answer may have 6 MB (Lambda's quota), in base64. */
const MOST_TOGETHER = 3_000_000;

/** The first picture of each announcement, while there is room; what cannot be read is named on the sheet and not shown. */
export const picturesOf = async (
  communityId: string,
  items: readonly Posted[],
  { files }: Pick<Deps, 'files'>,
): Promise<ReadonlyMap<string, Buffer>> => {
  let room = MOST_TOGETHER;
  const wanted = items.flatMap(({ announcementId, files: some = [] }) => {
    const first = some.find(({ kind }) => isPicture(kind));
    if (!first || first.bytes > room) return [];
    room -= first.bytes;
    return [{ announcementId, key: keptKey({ communityId, fileId: first.fileId }) }];
  });
  const read = await Promise.all(
    wanted.map(async ({ announcementId, key }) => {
      const bytes = await files.read(key).catch(() => undefined);
      return bytes ? [[announcementId, bytes] as const] : [];
    }),
  );
  return new Map(read.flat());
};
