import { mayAskCheck } from '@gongzhi/shared/announcements/files';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { askCheck } from './ask-check';
import type { Handle } from './repo';
import { isKept } from './repo-files';

/** Somebody asks again: written down first, so that a repeat does not ask WeChat another time. */
export const recheckFile: Handle<'recheckFile'> = async (ids, ctx) => {
  const seen = await ctx.repo.files.read(ids);
  if (!seen || !isKept(seen)) return refuse('NOT_FOUND');
  const refused = mayAskCheck(seen, ctx.now);
  if (refused) return recallAnswer<{ fileId: string; check: typeof seen.check }, typeof refused>(ctx, refused);
  const answer = { fileId: ids.fileId, check: seen.check };
  const event = { type: 'announcements.file-check-asked', subject: ids.fileId, unlisted: true as const };
  const done = await commit(ctx, [], event, answer);
  await askCheck(ids, ctx);
  return done as typeof answer;
};
