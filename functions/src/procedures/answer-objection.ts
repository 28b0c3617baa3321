import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkWords } from './check-words';
import type { Handle } from './repo';

export const answerObjection: Handle<'answerObjection'> = async ({ objectionId, answer, ...ids }, ctx) => {
  const { repo, now } = ctx;
  const objection = await repo.objections.read(ids, objectionId);
  if (!objection) return refuse('NOT_FOUND');
  if (objection.answer) return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  const risky = await checkWords(ctx, answer);
  if (risky) return risky;
  const at = now.toISOString();
  const writes = [repo.objections.answerWrite(ids, objectionId, { answer, at }), repo.ways.answeredWrite(ids)];
  const event = { type: 'procedures.objection-answered', subject: ids.proposalId, data: { objectionId } };
  const done = await commit(ctx, writes, event, { objectionId, at });
  return isLost(done) ? refuse(done.lost === 'ANSWERED' ? 'ALREADY_DECIDED' : 'STALE') : done;
};
