import type { Content, State, Words } from '@gongzhi/shared/announcements/model';
import { announcementKey } from '../kernel/announcements';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

export interface InOne {
  communityId: string;
  announcementId: string;
}
/** An announcement, whole but for its texts. `revision` is the condition of every write. */
export interface HeadItem
  extends Pick<Words, 'title' | 'place' | 'when' | 'until'>, Pick<Content, 'kind' | 'audience'> {
  sk: string;
  state: State;
  /** When it was published, or else written. */
  at: string;
  authorId: string;
  version: number;
  revision: number;
  publishAt?: string | undefined;
  approverId?: string;
  override?: true | undefined;
  /** Why it may come in quiet hours; kept with who wrote it, in no event. */
  overrideReason?: string | undefined;
  /** Why it was sent back, or withdrawn. */
  reason?: string | undefined;
  correctedAt?: string;
  withdrawnAt?: string;
  /** A correction that waits for a second person. */
  proposedBy?: string | undefined;
}
export type Change = { [K in keyof Omit<HeadItem, 'sk'>]?: HeadItem[K] | undefined };

const waitingPk = (communityId: string) => `${communityId}#waiting`;
/** Where the clock finds it. */
const dueOf = ({ communityId, announcementId }: InOne, { state, publishAt }: HeadItem) =>
  state === 'scheduled' ? { gpk: 'due', gsk: `${publishAt}#${communityId}#${announcementId}` } : {};
const bare = <T extends object>(item: T): T =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as T;

/** Announcements, and what waits for a second person. */
export const repoHeads = ({ table: TableName, get, getAll, page }: Pages) => {
  const keyOf = ({ communityId, announcementId }: InOne): Key => announcementKey(communityId, announcementId);
  const put = (ids: InOne, head: Omit<HeadItem, 'sk'>, seen: number): Write => ({
    Put: {
      TableName,
      Item: bare({ ...head, ...keyOf(ids), ...dueOf(ids, { ...head, sk: ids.announcementId }) }),
      ...(seen === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'revision = :seen', ExpressionAttributeValues: { ':seen': seen } }),
    },
    lost: 'MOVED',
  });
  const some = async (communityId: string, ids: readonly string[]) => {
    const keys = ids.map((announcementId) => keyOf({ communityId, announcementId }));
    const found = await getAll(keys, { consistent: true });
    return keys.flatMap((key) => found<HeadItem>(key) ?? []);
  };
  return {
    read: (ids: InOne) => get<HeadItem>(keyOf(ids)),
    some,
    newWrite: (ids: InOne, head: Omit<HeadItem, 'sk'>): Write => put(ids, head, 0),
    /** As it shall be, if it still is as it was seen. */
    moveWrite: (ids: InOne, seen: HeadItem, change: Change): Write => {
      const { gpk: _, gsk: __, ...rest } = seen as HeadItem & { gpk?: string; gsk?: string };
      return put(ids, { ...rest, ...change, revision: seen.revision + 1 } as HeadItem, seen.revision);
    },
    all: (communityId: string, cursor: string | undefined) =>
      page<HeadItem>({ pk: announcementKey(communityId, '').pk, newestFirst: true, cursor }),
    waitWrite: ({ communityId, announcementId }: InOne): Write => ({
      Put: { TableName, Item: { pk: waitingPk(communityId), sk: announcementId } },
    }),
    waitsNoMoreWrite: ({ communityId, announcementId }: InOne): Write => ({
      Delete: { TableName, Key: { pk: waitingPk(communityId), sk: announcementId } },
    }),
    waiting: async (communityId: string, cursor: string | undefined) => {
      const { items, next } = await page<Key>({ pk: waitingPk(communityId), newestFirst: false, cursor });
      return {
        items: await some(
          communityId,
          items.map(({ sk }) => sk),
        ),
        next,
      };
    },
  };
};
