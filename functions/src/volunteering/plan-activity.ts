import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkWords } from '../kernel/check-words';
import { wordsOf } from './check-reason';
import type { Deps, Handle } from './repo';
import { splitPlan } from './split-plan';

/** The request an activity comes of: one that nobody else has taken. */
const openRequest = async (communityId: string, requestId: string | undefined, { repo }: Pick<Deps, 'repo'>) => {
  if (!requestId) return undefined;
  const request = await repo.requests.read(communityId, requestId);
  return request?.state === 'open' ? request : refuse('REQUEST_SHUT');
};

/** Whatever the content check is not sure of is seen by the worker who publishes. */
export const planActivity: Handle<'planActivity'> = async ({ communityId, ...plan }, ctx) => {
  const { repo, caller, now } = ctx;
  const request = await openRequest(communityId, plan.requestId, ctx);
  if (isRefusal(request)) return recallAnswer(ctx, request);
  const words = await checkWords(wordsOf(plan), ctx);
  if (isRefusal(words)) return words;
  const ids = { communityId, activityId: ctx.id() };
  const { head, text } = splitPlan(plan);
  const item = { ...head, organiserId: caller.personId, status: 'proposed' as const, version: 1 };
  const asked = {
    ...(request ? { requestId: request.sk, askedBy: request.authorId } : {}),
    ...(plan.projectId ? { projectId: plan.projectId } : {}),
  };
  const taken = { state: 'taken' as const, activityId: ids.activityId };
  const writes = [
    ...repo.activities.planWrites(ids, item, text),
    ...(request ? [repo.requests.moveWrite(communityId, request, taken)] : []),
  ];
  const event = {
    type: 'volunteering.activity-planned',
    subject: ids.activityId,
    data: { kind: head.kind, risky: head.risky, ...asked },
  };
  const answer = { activityId: ids.activityId, status: 'proposed' as const, at: now.toISOString() };
  const done = await commit(ctx, writes, event, answer);
  return isLost(done) ? refuse('REQUEST_SHUT') : done;
};
