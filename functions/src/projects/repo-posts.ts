import type { Post, PostPlan } from '@gongzhi/shared/projects/post';
import { changeItem, type Change } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

export interface PostItem extends PostPlan, Key {
  taken: number;
  state: Post['state'];
  at: string;
}
export interface PostRef {
  communityId: string;
  postId: string;
}
export const postKey = ({ communityId, postId }: PostRef) => ({ pk: `${communityId}#posts`, sk: postId });
const classesKey = (communityId: string) => ({ pk: `${communityId}#settings`, sk: 'posts' });
const holderKey = ({ communityId, postId }: PostRef, personId: string) => ({
  pk: `${communityId}#h#${postId}`,
  sk: personId,
});

export const repoPosts = ({ table: TableName, get, page }: Pages) => ({
  classes: (communityId: string) => get<{ names: string[]; at: string }>(classesKey(communityId)),
  classesWrite: (communityId: string, names: readonly string[], at: string): Write => ({
    Put: { TableName, Item: { ...classesKey(communityId), names, at } },
  }),
  read: (post: PostRef) => get<PostItem>(postKey(post)),
  list: (communityId: string, cursor: string | undefined) =>
    page<PostItem>({ pk: postKey({ communityId, postId: '' }).pk, newestFirst: true, cursor }),
  addWrite: (post: PostRef, item: Omit<PostItem, keyof Key>): Write => ({
    Put: { TableName, Item: { ...item, ...postKey(post) } },
  }),
  changeWrite: (post: PostRef, change: Change): Write => changeItem(TableName, postKey(post), change),
  holders: (post: PostRef, cursor: string | undefined) =>
    page<Key>({ pk: holderKey(post, '').pk, newestFirst: false, cursor }),
  /** One more while there is a place: of two who take the last the second finds none. */
  holdWrites: (post: PostRef, personId: string): Write[] => [
    { Put: { TableName, Item: holderKey(post, personId) } },
    changeItem(TableName, postKey(post), {
      to: 'ADD #taken :one',
      when: '#state = :open AND #taken < #slots',
      lost: 'POST',
      values: { ':one': 1, ':open': 'open' },
    }),
  ],
  freeWrites: (post: PostRef, personId: string): Write[] => [
    { Delete: { TableName, Key: holderKey(post, personId) } },
    changeItem(TableName, postKey(post), {
      to: 'ADD #taken :less',
      when: 'attribute_exists(#pk)',
      lost: 'POST',
      values: { ':less': -1 },
    }),
  ],
});
