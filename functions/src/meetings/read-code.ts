import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayCome } from '@gongzhi/shared/meetings/rules';
import { codeSubject } from './code-subject';
import type { Handle } from './repo';

export const readCode: Handle<'readCode'> = async (ids, { repo, caller, codes, now }) => {
  const found = await repo.meetings.read(ids, caller.personId);
  if (!found) return refuse('NOT_FOUND');
  return mayCome(found.live) ?? codes.issue(codeSubject(ids), now);
};
