import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

/** Thanks for service that was really given, once for each activity; what the content check is not sure of waits for a worker. */
export const sendThanks: Handle<'sendThanks'> = async (input, ctx) => {
  const { communityId, activityId, personId, words, askReview } = input;
  const { repo, caller } = ctx;
  if (personId === caller.personId) return refuse('THANK_YOURSELF');
  if (!(await repo.tallies.hasServed({ communityId, activityId, personId }))) return refuse('NOT_SERVED');
  const verdict = verdictOn(await ctx.check({ personId: caller.personId, text: words }), askReview);
  if (isRefusal(verdict)) return verdict;
  const to = { communityId, personId };
  const thanksId = ctx.id();
  const at = ctx.now.toISOString();
  const given = { activityId, words, byName: caller.displayName, fromId: caller.personId, at };
  const waiting = verdict.state === 'waiting';
  const writes = [
    repo.thanks.markWrite(to, given),
    waiting
      ? repo.thanks.holdWrite(to, thanksId, { ...given, label: verdict.label })
      : repo.thanks.giveWrite(to, thanksId, given),
  ];
  const event = {
    type: 'exchange.thanks-given',
    subject: `thanks/${personId}`,
    data: { thanksId, activityId, waiting },
  };
  const done = await commit(ctx, writes, event, { thanksId, waiting, at });
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
