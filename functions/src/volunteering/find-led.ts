import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { leads } from '@gongzhi/shared/volunteering/rules';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';
import type { HeadItem, InActivity } from './repo-activities';
import type { InShift } from './repo-shifts';

type Sources = Pick<Ctx & Deps, 'caller' | 'repo'>;
type No = Refusal<'NOT_FOUND' | 'NOT_ORGANISER'>;

/** An activity the caller leads. */
export const findLed = async (ids: InActivity, { caller, repo }: Sources): Promise<HeadItem | No> => {
  const head = await repo.activities.head(ids);
  if (!head) return refuse('NOT_FOUND');
  return leads(head, caller) ? head : refuse('NOT_ORGANISER');
};

/** A shift of an activity the caller leads, with the place of `personId` in it. */
export const findLedShift = async (ids: InShift, personId: string, { caller, repo }: Sources) => {
  const found = await repo.places.around(ids, personId);
  if (!found) return refuse('NOT_FOUND');
  return leads(found.head, caller) ? found : refuse('NOT_ORGANISER');
};
