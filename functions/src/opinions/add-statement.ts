import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import { mayAnswer } from '@gongzhi/shared/opinions/rules';
import { STATEMENTS_EACH } from '@gongzhi/shared/opinions/thresholds';
import { commit, isLost, type Write } from '../kernel/commit';
import { publishNext } from './publish-next';
import type { Handle } from './repo';

export const addStatement: Handle<'addStatement'> = async ({ body, askReview, ...matter }, ctx) => {
  const { repo, caller, now } = ctx;
  const facts = await ctx.matters.read(matter.communityId, matter.proposalId);
  const no = mayAnswer(facts, now);
  if (no) return no;
  const verdict = verdictOn(await ctx.check({ personId: caller.personId, text: body }), askReview);
  if (isRefusal(verdict)) return verdict;
  const at = now.toISOString();
  const id = ctx.id();
  const act = (write: Write, number?: number) =>
    commit(
      ctx,
      [write, repo.waiting.writtenWrite(matter, caller.personId, number === undefined ? id : undefined)],
      { type: 'opinions.statement-added', subject: matter.proposalId, data: { statementId: id, ...verdict } },
      { id, state: verdict.state, ...(number === undefined ? {} : { no: String(number) }), at },
    );
  const author = { authorId: caller.personId, authorName: caller.displayName };
  const held = { sk: id, proposalId: matter.proposalId, title: facts?.title ?? '', body, ...author, askedAt: at };
  const done =
    verdict.state === 'waiting'
      ? await act(repo.waiting.waitWrite(matter.communityId, { ...held, label: verdict.label }))
      : await publishNext(repo, matter, { id, body, authorId: caller.personId, at }, act);
  return isLost(done) ? refuse('STATEMENTS_OUT', { most: STATEMENTS_EACH }) : done;
};
