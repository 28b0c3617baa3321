import { createHash } from 'node:crypto';
import { sendPk } from '../kernel/deliveries';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { SendItem } from './model';
import { sendKey } from './repo-sends';

/** A thousand people open a notice in the same minute: their openings are counted in so many items, and added up where they are read. */
const SHARDS = 8;
const shardOf = (personId: string): number => (createHash('sha256').update(personId).digest()[0] ?? 0) % SHARDS;
const openedKey = (sendId: string, shard: number) => ({ pk: sendPk(sendId), sk: `opened#${shard}` });

export const repoOpenings = ({ table: TableName, getAll }: Pages) => ({
  /** One more opened it; in the transaction in which the notice stops being unread. */
  write: (sendId: string, personId: string): Write => ({
    Update: {
      TableName,
      Key: openedKey(sendId, shardOf(personId)),
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': 1 },
    },
  }),
  /** A sending and how many opened it: nine keys in one request, nine read units. */
  read: async (sendId: string): Promise<{ job: SendItem | undefined; opened: number }> => {
    const shards = Array.from({ length: SHARDS }, (_, i) => openedKey(sendId, i));
    const find = await getAll([sendKey(sendId), ...shards], { consistent: true });
    const opened = shards.reduce((sum, key) => sum + (find<{ n: number }>(key)?.n ?? 0), 0);
    return { job: find<SendItem>(sendKey(sendId)), opened };
  },
});
