import { FILE_KINDS, FILES, isPicture, type Fetched, type FileRef } from '@gongzhi/shared/announcements/files';
import type { Deps } from './repo';
import { keptKey } from './repo-files';

/** Where each file is fetched, for a while: a picture is shown, a document is kept under the name it has in the announcement. */
export const handOut = (
  communityId: string,
  some: readonly FileRef[],
  { files, now }: Pick<Deps, 'files'> & { now: Date },
): { files: Fetched[]; until: string } => {
  const seconds = FILES.readMinutes.value * 60;
  const handed = some.map(({ fileId, kind, label }) => ({
    fileId,
    url: files.urlOf(keptKey({ communityId, fileId }), {
      ...{ now, seconds },
      ...(isPicture(kind) ? {} : { saveAs: `${label}.${FILE_KINDS[kind].ending}` }),
    }),
  }));
  return { files: handed, until: new Date(now.getTime() + seconds * 1_000).toISOString() };
};
