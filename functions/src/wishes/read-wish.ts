import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showWish } from './show-wish';

/** What no worker has let through, or was taken back, is nobody’s to read. */
const UNSEEN: readonly string[] = ['waiting', 'declined', 'withdrawn'];

export const readWish: Handle<'readWish'> = async (ids, { repo, now }) => {
  const found = await repo.wishes.whole(ids);
  return found && !UNSEEN.includes(found.head.state) ? showWish(found.head, found.text, now) : refuse('NOT_FOUND');
};
