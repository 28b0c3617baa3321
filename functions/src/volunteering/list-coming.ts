import type { Handle } from './repo';
import { shownShift } from '../kernel/service/show-place';
import { shownHead } from './show-activity';

/** Only what the community published; a page may hold fewer than its twenty. */
export const listComing: Handle<'listComing'> = async ({ communityId, cursor }, { repo, now }) => {
  const { items, next } = await repo.shifts.coming(communityId, now, cursor);
  const shown = items.flatMap(({ shift, head }) =>
    head?.status === 'published' && !shift.cancelled ? [{ ...shownShift(shift), activity: shownHead(head) }] : [],
  );
  return { items: shown, next };
};
