import { refuse } from '@gongzhi/shared/kernel/refusals';
import { candidatesOf, drawStatement, isOpen } from '@gongzhi/shared/opinions/rules';
import type { Handle } from './repo';
import { answersOf } from './repo-answers';
import { noOf } from './repo-statements';
import { seedOf, seedRandom } from './seed-random';

/** The draw is seeded by who asks and how many they have answered: opening the page again shows the same statement. */
export const nextStatement: Handle<'nextStatement'> = async (matter, { repo, caller, now, ...ctx }) => {
  const [facts, total, own] = await Promise.all([
    ctx.matters.read(matter.communityId, matter.proposalId),
    repo.statements.total(matter),
    repo.answers.of(matter, caller.personId),
  ]);
  if (!facts) return refuse('NOT_FOUND');
  const answered = new Set(answersOf(own).keys());
  const random = seedRandom(seedOf(`${matter.proposalId}${caller.personId}${answered.size}`));
  const numbers = candidatesOf(total, answered, random);
  const next = drawStatement(await repo.statements.byNumber(matter, numbers), random());
  return {
    ...(next ? { statement: { no: String(noOf(next.sk)), body: next.body } } : {}),
    answered: Math.min(answered.size, total),
    total,
    open: isOpen(facts, now),
  };
};
