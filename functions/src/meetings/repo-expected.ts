import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Pages } from '../kernel/pages';
import { meetingPk, type InMeeting } from './repo-meetings';

/** People to a bucket: under four kilobytes, one read unit. */
const BUCKET = 120;
/** Buckets written at a time. */
const AT_ONCE = 10;

const bucketOf = (personId: string, buckets: number) =>
  createHash('sha256').update(personId).digest().readUInt32BE(0) % buckets;
const keyOf = (ids: InMeeting, bucket: number) => ({
  pk: meetingPk(ids),
  sk: `expected#${String(bucket).padStart(4, '0')}`,
});

/** The frozen list of those expected: ids in buckets, written before the doors open and meaning nothing until they do. */
export const repoExpected = ({ client, table: TableName, get }: Pages) => ({
  /** Writes the list; how many buckets it took. An attempt that lost its race wrote a list nobody reads, or the same keys again before the doors opened. */
  freeze: async (ids: InMeeting, personIds: readonly string[]): Promise<number> => {
    const buckets = Math.max(1, Math.ceil(personIds.length / BUCKET));
    const lists: string[][] = Array.from({ length: buckets }, () => []);
    for (const id of personIds) lists[bucketOf(id, buckets)]?.push(id);
    const put = (people: string[], bucket: number) =>
      client.send(new PutCommand({ TableName, Item: { ...keyOf(ids, bucket), people } }));
    for (let from = 0; from < buckets; from += AT_ONCE)
      await Promise.all(lists.slice(from, from + AT_ONCE).map((people, i) => put(people, from + i)));
    return buckets;
  },
  has: async (ids: InMeeting, buckets: number, personId: string): Promise<boolean> => {
    if (buckets === 0) return false;
    const item = await get<{ people: string[] }>(keyOf(ids, bucketOf(personId, buckets)));
    return item?.people.includes(personId) ?? false;
  },
});
