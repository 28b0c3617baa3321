import { leads } from '@gongzhi/shared/calls/rules';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';
import type { CallShift, HeadItem, InCall } from './repo-calls';

/** A call of the caller’s own. */
export const findCalled = async (
  ids: InCall,
  { caller, repo }: Pick<Ctx & Deps, 'caller' | 'repo'>,
): Promise<{ head: HeadItem; shift: CallShift } | Refusal<'NOT_FOUND' | 'NOT_CALLER'>> => {
  const found = await repo.calls.read(ids);
  if (!found) return refuse('NOT_FOUND');
  return leads(found.head, caller) ? found : refuse('NOT_CALLER');
};
