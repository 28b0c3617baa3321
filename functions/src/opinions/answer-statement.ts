import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayAnswer } from '@gongzhi/shared/opinions/rules';
import type { Handle } from './repo';

/** An answer is its own record, as a ballot is: one write, the last counts. It is in no event, so that no history says who holds what. */
export const answerStatement: Handle<'answerStatement'> = async ({ no, answer, ...matter }, ctx) => {
  const { repo, caller, now } = ctx;
  const number = Number(no);
  const [facts, [statement]] = await Promise.all([
    ctx.matters.read(matter.communityId, matter.proposalId),
    repo.statements.byNumber(matter, [number]),
  ]);
  const refused = mayAnswer(facts, now);
  if (refused) return refused;
  if (!statement) return refuse('NOT_FOUND');
  const at = now.toISOString();
  await repo.answers.give(matter, caller.personId, { no: number, answer, at });
  return { no, answer, at };
};
