import { maySecond } from '@gongzhi/shared/resolutions/rules';
import { countAnswer } from './count-answer';
import { findPart } from './find-part';
import type { Handle } from './repo';

export const secondSendBack: Handle<'secondSendBack'> = async (ids, ctx) => {
  const { repo, caller, now } = ctx;
  const part = await findPart(ctx, ids, caller.personId);
  return countAnswer(
    ids,
    {
      verdict: 'second',
      part,
      waiting: false,
      type: 'resolutions.send-back-seconded',
      may: (task) => maySecond(task, part, now),
      write: (round) => repo.answers.secondWrite(ids, round, caller.personId, now.toISOString()),
    },
    ctx,
  );
};
