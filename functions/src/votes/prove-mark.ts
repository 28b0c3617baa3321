import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { markLine, partOfMark, proveLine } from '@gongzhi/shared/votes/list-rules';
import { findList, keyOf } from './read-list';
import type { Handle } from './repo';

/** Reads the head and one part, however long the list is. Says of a mark only whether it is on the list, never whose it is. */
export const proveMark: Handle<'proveMark'> = async ({ communityId, voteId, mark }, { repo }) => {
  const head = await findList(repo, { communityId, voteId });
  if (isRefusal(head)) return head;
  const { root, size, roots, firsts } = head;
  const part = partOfMark(mark, firsts);
  const lines = (await repo.lists.part(communityId, voteId, part)) ?? [];
  const at = lines.indexOf(markLine(mark));
  const found = { root, key: keyOf(head), size };
  if (at < 0) return found;
  const { index, proof } = proveLine(lines, { part, at, size }, roots);
  return { ...found, found: { index, proof } };
};
