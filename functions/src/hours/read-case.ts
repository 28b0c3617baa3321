import { mayReadCase } from '@gongzhi/shared/hours/case-rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { caseOf } from './repo-cases';

export const readCase: Handle<'readCase'> = async ({ communityId, caseId }, { repo, caller }) => {
  const item = await repo.cases.read(communityId, caseId);
  const hand = { ...caller, organises: item?.organiserId === caller.personId };
  return item && mayReadCase(item, hand) ? caseOf(item) : refuse('NOT_FOUND');
};
