import { STATEMENTS_EACH } from '@gongzhi/shared/opinions/thresholds';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { matterKey, type InMatter } from './matter-key';

/** A statement that waits for a worker, or was refused. */
export interface HeldItem {
  sk: string;
  proposalId: string;
  title: string;
  body: string;
  authorId: string;
  authorName: string;
  label: number;
  askedAt: string;
  reason?: string;
}
interface WrittenItem {
  used: number;
  waited?: Set<string>;
}
/** Most of one's own that are shown. */
const SHOWN = 20;

export const repoWaiting = ({ table: TableName, get, page, under, getAll }: Pages) => {
  const waitingKey = (communityId: string, id: string): Key => ({ pk: `${communityId}#waiting`, sk: id });
  const writtenKey = (matter: InMatter, personId: string): Key => ({ pk: `${matterKey(matter)}#w`, sk: personId });
  const refusedPk = (matter: InMatter, personId: string) => `${matterKey(matter)}#r#${personId}`;
  const matterOf = (communityId: string, { proposalId }: HeldItem) => ({ communityId, proposalId });
  return {
    find: (communityId: string, id: string) => get<HeldItem>(waitingKey(communityId, id)),
    list: (communityId: string, cursor: string | undefined) =>
      page<HeldItem>({ pk: `${communityId}#waiting`, newestFirst: false, cursor }),
    /** One person's own on one matter, newest first. One that was published is in neither place. */
    own: async (matter: InMatter, personId: string) => {
      const [written, refused] = await Promise.all([
        get<WrittenItem>(writtenKey(matter, personId)),
        under({ pk: refusedPk(matter, personId), prefix: '', limit: SHOWN }),
      ]);
      const keys = [...(written?.waited ?? [])]
        .sort()
        .reverse()
        .map((id) => waitingKey(matter.communityId, id));
      const lookup = await getAll(keys, { consistent: true });
      const waiting = keys.flatMap((key) => lookup<HeldItem>(key) ?? []);
      return { waiting, refused: refused as (Key & HeldItem)[] };
    },
    waitWrite: (communityId: string, held: HeldItem): Write => ({
      Put: { TableName, Item: { ...held, ...waitingKey(communityId, held.sk) } },
    }),
    /** One more by this person on this matter; `waitingId` when it waits, so that its author finds it. */
    writtenWrite: (matter: InMatter, personId: string, waitingId?: string): Write => ({
      Update: {
        TableName,
        Key: writtenKey(matter, personId),
        UpdateExpression: waitingId ? 'ADD used :one, waited :id' : 'ADD used :one',
        ConditionExpression: 'attribute_not_exists(used) OR used < :most',
        ExpressionAttributeValues: {
          ':one': 1,
          ':most': STATEMENTS_EACH,
          ...(waitingId ? { ':id': new Set([waitingId]) } : {}),
        },
      },
      lost: 'STATEMENTS_OUT',
    }),
    /** Ends the waiting, once: who comes second is told DECIDED. */
    endWrite: (communityId: string, id: string): Write => ({
      Delete: { TableName, Key: waitingKey(communityId, id), ConditionExpression: 'attribute_exists(pk)' },
      lost: 'DECIDED',
    }),
    refuseWrite: (communityId: string, held: HeldItem, reason: string): Write => ({
      Put: {
        TableName,
        Item: { ...held, reason, pk: refusedPk(matterOf(communityId, held), held.authorId), sk: held.sk },
      },
    }),
  };
};
