import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showWish } from './show-wish';

/** What no worker has let through, or was taken back, is only theirs to read. */
const UNSEEN: readonly string[] = ['waiting', 'declined', 'withdrawn'];

export const readWish: Handle<'readWish'> = async (ids, { repo, caller, now }) => {
  const found = await repo.wishes.whole(ids);
  const may = found && (!UNSEEN.includes(found.head.state) || caller?.roles.includes('worker'));
  return found && may ? showWish(found.head, found.text, now) : refuse('NOT_FOUND');
};
