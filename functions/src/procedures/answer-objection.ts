import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { gatesOf } from '@gongzhi/shared/kernel/ways/definitions';
import { mayAct } from '@gongzhi/shared/kernel/ways/gates';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkWords } from './check-words';
import { findWay } from './find-way';
import type { Handle } from './repo';
import type { Ids } from './repo-ways';

type Ctx = Parameters<Handle<'answerObjection'>>[1];
/** Whose step it is not, by the matter's procedure. */
const whyNot = async (ids: Ids, ctx: Ctx) => {
  const here = await findWay(ids, ctx);
  if (isRefusal(here)) return here;
  const gate = gatesOf(here.procedure).find(({ kind }) => kind === 'objections');
  return gate && mayAct(gate, ctx.caller.roles);
};

export const answerObjection: Handle<'answerObjection'> = async ({ objectionId, answer, ...ids }, ctx) => {
  const { repo, now } = ctx;
  const objection = await repo.objections.read(ids, objectionId);
  if (!objection) return refuse('NOT_FOUND');
  if (objection.answer) return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  const no = (await whyNot(ids, ctx)) ?? (await checkWords(ctx, answer));
  if (no) return no;
  const at = now.toISOString();
  const writes = [repo.objections.answerWrite(ids, objectionId, { answer, at }), repo.ways.answeredWrite(ids)];
  const event = { type: 'procedures.objection-answered', subject: ids.proposalId, data: { objectionId } };
  const done = await commit(ctx, writes, event, { objectionId, at });
  return isLost(done) ? refuse(done.lost === 'ANSWERED' ? 'ALREADY_DECIDED' : 'STALE') : done;
};
