import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import { mayObject } from '@gongzhi/shared/kernel/ways/gates';
import { commit, isLost } from '../kernel/commit';
import { findWay } from './find-way';
import type { Handle } from './repo';

/** An objection counts at once and must be answered, also while its words wait for a worker. */
export const raiseObjection: Handle<'raiseObjection'> = async ({ text, askReview, ...ids }, ctx) => {
  const { repo, now, caller } = ctx;
  const here = await findWay(ids, ctx);
  if (isRefusal(here)) return here;
  const running = mayObject(here.judged);
  if (isRefusal(running)) return running;
  const verdict = verdictOn(await ctx.check({ personId: caller.personId, text }), askReview);
  if (isRefusal(verdict)) return verdict;
  const { gateId } = running.gate;
  const [at, objectionId, waiting] = [now.toISOString(), ctx.id(), verdict.state === 'waiting'];
  const objection = { at, authorId: caller.personId, authorName: caller.displayName, text };
  const writes = [
    repo.ways.raisedWrite(ids, gateId, running.evidence?.eventId ?? ''),
    repo.objections.addWrite(ids, objectionId, { ...objection, ...(waiting ? { waiting: true } : {}) }),
  ];
  const event = { type: 'procedures.objection-raised', subject: ids.proposalId, data: { objectionId, gateId } };
  const done = await commit(ctx, writes, event, { objectionId, waiting, at });
  return isLost(done) ? refuse('STALE') : done;
};
