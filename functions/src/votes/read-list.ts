import { refuse, isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Handle, Repo } from './repo';
import type { ListHead } from './repo-lists';

/** The fingerprint of the key, as the last line of a list names it. */
export const keyOf = ({ seal }: Pick<ListHead, 'seal'>): string => (JSON.parse(seal) as { key: string }).key;

/** The head of a published list, or why there is none. */
export const findList = async (
  repo: Repo,
  { communityId, voteId }: { communityId: string; voteId: string },
): Promise<ListHead | Refusal<'NOT_FOUND' | 'NOT_PUBLISHED' | 'TOO_FEW_TO_LIST'>> => {
  const head = await repo.lists.head(communityId, voteId);
  if (head) return head;
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const result = await repo.votes.result(communityId, voteId);
  return refuse(result?.few ? 'TOO_FEW_TO_LIST' : 'NOT_PUBLISHED');
};

/** One part of the file; the last one ends with the signature. */
export const readList: Handle<'readList'> = async ({ part: asked = '0', ...ids }, { repo }) => {
  const part = Number(asked);
  const head = await findList(repo, ids);
  if (isRefusal(head)) return head;
  const lines = await repo.lists.part(ids.communityId, ids.voteId, part);
  if (!lines) return refuse('NOT_FOUND');
  const parts = head.roots.length;
  const all = part === parts - 1 ? [...lines, head.seal] : lines;
  return { part, parts, text: all.map((line) => `${line}\n`).join(''), key: keyOf(head) };
};
