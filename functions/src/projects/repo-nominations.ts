import type { NominationState } from '@gongzhi/shared/projects/post';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { listBy } from './list-by';
import type { PostRef } from './repo-posts';

/** `personId` nominates themself for the post of the sort key, out of the branch they had then. */
export interface NominationItem extends Key {
  personId: string;
  branchId: string;
  title: string;
  state: NominationState;
  at: string;
  reason?: string;
}
const minePk = (communityId: string, personId: string) => `${communityId}#n#${personId}`;
const nominationKey = ({ communityId, postId }: PostRef, personId: string) => ({
  pk: minePk(communityId, personId),
  sk: postId,
});
const askedPk = (communityId: string) => `${communityId}#asked`;
const branchPk = (communityId: string, branchId: string) => `${communityId}#asked#${branchId}`;

export const repoNominations = (pages: Pages) => {
  const { table: TableName, get, getAll, page } = pages;
  const list = listBy(pages);
  return {
    read: (post: PostRef, personId: string) => get<NominationItem>(nominationKey(post, personId)),
    of: (communityId: string, personId: string, cursor: string | undefined) =>
      page<NominationItem>({ pk: minePk(communityId, personId), newestFirst: true, cursor }),
    /** How one stands in each of these posts. */
    mine: async (posts: readonly PostRef[], personId: string): Promise<ReadonlyMap<string, NominationState>> => {
      const keys = posts.map((post) => nominationKey(post, personId));
      const found = await getAll(keys, { consistent: true });
      return new Map(
        keys.flatMap((key) => {
          const item = found<NominationItem>(key);
          return item ? [[key.sk, item.state] as const] : [];
        }),
      );
    },
    asked: (communityId: string, cursor: string | undefined) =>
      list<NominationItem>({ index: 'byList', pk: askedPk(communityId), newestFirst: false, cursor }),
    askedIn: (communityId: string, branchId: string, cursor: string | undefined) =>
      list<NominationItem>({ index: 'byOwner', pk: branchPk(communityId, branchId), newestFirst: false, cursor }),
    /** Anew, or again after a no or having given up. */
    askWrite: (post: PostRef, nomination: Omit<NominationItem, keyof Key>): Write => ({
      Put: {
        TableName,
        Item: {
          ...nomination,
          ...nominationKey(post, nomination.personId),
          ...{ gpk: askedPk(post.communityId), gsk: `${nomination.at}#${post.postId}` },
          ...{ hpk: branchPk(post.communityId, nomination.branchId), hsk: `${nomination.at}#${post.postId}` },
        },
        ConditionExpression: 'attribute_not_exists(pk) OR #state IN (:declined, :given)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':declined': 'declined', ':given': 'given' },
      },
      lost: 'ASKED',
    }),
    /** On from the state it was read in, once; off the lists of those that wait. */
    moveWrite: (
      post: PostRef,
      { personId, state }: NominationItem,
      { to, at, reason }: { to: NominationState; at: string; reason?: string | undefined },
    ): Write =>
      changeItem(TableName, nominationKey(post, personId), {
        to: `SET #state = :to, #at = :at${reason === undefined ? '' : ', #reason = :reason'} REMOVE #gpk, #gsk, #hpk, #hsk`,
        when: '#state = :from',
        lost: 'NOMINATION',
        values: { ':to': to, ':from': state, ':at': at, ':reason': reason },
      }),
  };
};
