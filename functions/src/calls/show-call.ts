import type { Call, Mine } from '@gongzhi/shared/calls/model';
import { showPlace, shownShift } from '../kernel/service/show-place';
import type { PlaceItem } from '../kernel/service/ports';
import type { AskedItem } from './repo-asked';
import type { CallShift, HeadItem } from './repo-calls';

export const showCall = (head: HeadItem, shift: CallShift): Call => {
  const { sk: callId, cause, title, place, spot, status, reason, at, quiet, endedAt } = head;
  return {
    ...{ callId, cause, title, place, status, at, quiet, shift: shownShift(shift) },
    ...(spot ? { spot } : {}),
    ...(reason ? { reason } : {}),
    ...(endedAt ? { endedAt } : {}),
  };
};

/** What somebody said, with their place. */
export const showMine = (asked: AskedItem, place: PlaceItem | undefined): Omit<Mine, 'call'> => ({
  ...{ answer: asked.answer, askedAt: asked.at },
  ...(asked.answeredAt ? { answeredAt: asked.answeredAt } : {}),
  ...(place ? { place: showPlace(place) } : {}),
});
