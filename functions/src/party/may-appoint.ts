import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { checkWords } from './check-words';
import type { Deps } from './repo';
import type { BranchPlan } from './repo-branches';

/** Whether a branch may be called so, and whether its secretary holds the role now. */
export const mayAppoint = async (
  ctx: Pick<Deps, 'check' | 'people'> & Pick<Ctx, 'caller'>,
  communityId: string,
  { name, secretaryId }: BranchPlan,
): Promise<Refusal<'NOT_SECRETARY' | 'TEXT_RISKY'> | undefined> => {
  const found = await ctx.people(communityId, [secretaryId]);
  if (!found.get(secretaryId)?.roles.includes('branchSecretary')) return refuse('NOT_SECRETARY');
  return checkWords(ctx, name);
};
