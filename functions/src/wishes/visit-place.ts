import type { PlaceItem } from '../kernel/service/ports';
import type { Repo } from './repo';
import type { HeadItem, InWish } from './repo-wishes';

/** How far the claimer’s visit has come. */
export const visitPlace = async (
  { communityId }: InWish,
  { visit, claimerId }: Pick<HeadItem, 'visit' | 'claimerId'>,
  { visits }: Pick<Repo, 'visits'>,
): Promise<PlaceItem | undefined> =>
  visit && claimerId ? visits.place({ communityId, shiftId: visit.shiftId }, claimerId) : undefined;
