import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkWords } from '../kernel/check-words';
import type { Handle } from './repo';

export const askHelp: Handle<'askHelp'> = async ({ communityId, title, about, kind }, ctx) => {
  const { repo, caller, now } = ctx;
  const words = await checkWords({ title, text: `${title}\n${about}` }, ctx);
  if (isRefusal(words)) return words;
  const [requestId, at] = [ctx.id(), now.toISOString()];
  const state = words.waits ? ('waiting' as const) : ('open' as const);
  const asked = { title, about, kind, by: caller.displayName, authorId: caller.personId };
  const write = repo.requests.askWrite(communityId, { sk: requestId, ...asked, at, state });
  const event = { type: 'volunteering.help-asked', subject: requestId, data: { kind, state } };
  const done = await commit(ctx, [write], event, { requestId, state, at });
  return isLost(done) ? { requestId, state, at } : done;
};

export const publishRequest: Handle<'publishRequest'> = async ({ communityId, requestId }, ctx) => {
  const request = await ctx.repo.requests.read(communityId, requestId);
  if (!request) return refuse('NOT_FOUND');
  if (request.state !== 'waiting') return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  const answer = { requestId, state: 'open' as const, at: ctx.now.toISOString() };
  const write = ctx.repo.requests.moveWrite(communityId, request, { state: 'open' });
  const event = { type: 'volunteering.request-published', subject: requestId };
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};

export const closeRequest: Handle<'closeRequest'> = async ({ communityId, requestId }, ctx) => {
  const { repo, caller, now } = ctx;
  const request = await repo.requests.read(communityId, requestId);
  if (!request) return refuse('NOT_FOUND');
  if (request.authorId !== caller.personId && !caller.roles.includes('worker')) return refuse('NOT_YOURS');
  if (request.state !== 'open' && request.state !== 'waiting') return recallAnswer(ctx, refuse('REQUEST_SHUT'));
  const answer = { requestId, state: 'closed' as const, at: now.toISOString() };
  const write = repo.requests.moveWrite(communityId, request, { state: 'closed' });
  const event = { type: 'volunteering.request-closed', subject: requestId };
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? refuse('REQUEST_SHUT') : done;
};
