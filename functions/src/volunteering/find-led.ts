import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { leads } from '@gongzhi/shared/volunteering/rules';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';
import type { InActivity } from '../kernel/service/ports';
import type { HeadItem } from './repo-activities';

type Sources = Pick<Ctx & Deps, 'caller' | 'repo'>;
type No = Refusal<'NOT_FOUND' | 'NOT_ORGANISER'>;

/** An activity the caller leads. */
export const findLed = async (ids: InActivity, { caller, repo }: Sources): Promise<HeadItem | No> => {
  const head = await repo.activities.head(ids);
  if (!head) return refuse('NOT_FOUND');
  return leads(head, caller) ? head : refuse('NOT_ORGANISER');
};
