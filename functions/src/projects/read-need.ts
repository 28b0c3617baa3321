import { refuse } from '@gongzhi/shared/kernel/refusals';
import { maySeeNeed } from '@gongzhi/shared/projects/rules';
import type { Handle } from './repo';
import { showNeed } from './show-need';

export const readNeed: Handle<'readNeed'> = async ({ communityId, needId }, { repo, caller }) => {
  const need = await repo.needs.read(communityId, needId);
  return need && maySeeNeed(need, caller) ? showNeed(need, caller) : refuse('NOT_FOUND');
};
