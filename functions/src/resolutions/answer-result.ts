import { mayAnswer } from '@gongzhi/shared/resolutions/rules';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { checkWords } from './check-words';
import { countAnswer } from './count-answer';
import { findPart } from './find-part';
import type { Handle } from './repo';

/** The answer counts at once; a reason the content check is not sure of waits for a worker and takes nothing from it. */
export const answerResult: Handle<'answerResult'> = async ({ verdict, reason, askReview, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const part = await findPart(ctx, ids, caller.personId);
  const seen = await repo.tasks.task(ids);
  const no = seen && part === 'none' ? mayAnswer(seen, part, now) : undefined;
  if (no) return no;
  const words = await checkWords(ctx, reason, askReview);
  if (isRefusal(words)) return words;
  const { waiting } = words;
  const said = {
    personId: caller.personId,
    verdict,
    byName: caller.displayName,
    author: part === 'author',
    at: now.toISOString(),
    waiting,
    ...(reason ? { reason } : {}),
  };
  return countAnswer(
    ids,
    {
      verdict,
      part,
      waiting,
      type: 'resolutions.answer-given',
      may: (task) => mayAnswer(task, part, now),
      write: (round) => repo.answers.answerWrite(ids, { ...said, round }),
    },
    ctx,
  );
};
