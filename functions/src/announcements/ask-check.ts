import { FILES } from '@gongzhi/shared/announcements/files';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';
import { keptKey, type InFile } from './repo-files';

/** Asks WeChat to look at a kept picture. Whatever keeps it from being asked leaves the picture unasked, to be asked again. @returns whether it was asked */
export const askCheck = async (ids: InFile, ctx: Ctx & Pick<Deps, 'repo' | 'files' | 'checkPicture'>) => {
  const { repo, files, now, caller, checkPicture } = ctx;
  const url = files.urlOf(keptKey(ids), { now, seconds: FILES.fetchMinutes.value * 60 });
  const traceId = await checkPicture({ personId: caller.personId, url });
  if (traceId === undefined) return false;
  await repo.files.asked(ids, traceId, now);
  return true;
};
