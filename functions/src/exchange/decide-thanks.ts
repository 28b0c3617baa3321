import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

/** What no longer waits was decided by somebody. Thanks that were not let through may be written anew. */
export const decideThanks: Handle<'decideThanks'> = async ({ communityId, thanksId, publish }, ctx) => {
  const { thanks } = ctx.repo;
  const held = await thanks.held(communityId, thanksId);
  if (!held) return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  const { toId, activityId, words, byName, fromId, at } = held;
  const to = { communityId, personId: toId };
  const given = { activityId, words, byName, fromId, at };
  const writes = [
    thanks.releaseWrite(communityId, thanksId),
    publish ? thanks.giveWrite(to, thanksId, given) : thanks.unmarkWrite(to, given),
  ];
  const event = {
    type: 'exchange.thanks-decided',
    subject: `thanks/${toId}`,
    data: { thanksId, activityId, publish, authorId: fromId },
  };
  const done = await commit(ctx, writes, event, { thanksId, at: ctx.now.toISOString() });
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
