import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { bucketOf, entryOf, rollBuckets, rollLine, rollText, type RollEntry } from '@gongzhi/shared/votes/roll-rules';
import type { UnitKind } from '@gongzhi/shared/votes/rule-sets';
import { keepInMemory } from './keep-in-memory';
import type { Pages } from '../kernel/pages';

interface BucketItem {
  lines: string[];
}
/** What must be known of a vote to find somebody on its roll. */
export interface Frozen {
  sk: string;
  buckets: number;
}
type Kind = 'roll' | 'who';
/** Buckets kept in memory: about 3 KB each. */
const KEPT = 2_000;
/** Buckets written at a time while a vote is opened. */
const AT_ONCE = 10;

const bucketKey = (communityId: string, voteId: string, kind: Kind, bucket: number) => ({
  pk: `${communityId}#v#${voteId}`,
  sk: `${kind}#${String(bucket).padStart(4, '0')}`,
});
const bucketFor = (name: string, buckets: number) => bucketOf(createHash('sha256').update(name).digest(), buckets);

/** SHA-256, in hex, over the roll's lines in order: what is published of a frozen roll. */
export const hashRoll = (entries: readonly RollEntry[]): string =>
  createHash('sha256').update(rollText(entries)).digest('hex');

/** Where a unit stands on the roll of a vote, if it does. */
export const rollKey = (communityId: string, vote: Frozen, unitId: string) =>
  bucketKey(communityId, vote.sk, 'roll', bucketFor(unitId, vote.buckets));
/** Where it stands which owners' units a person may cast for. */
export const whoKey = (communityId: string, vote: Frozen, personId: string) =>
  bucketKey(communityId, vote.sk, 'who', bucketFor(personId, vote.buckets));

const lineOf = (bucket: unknown, name: string): string | undefined =>
  (bucket as BucketItem | undefined)?.lines.find((line) => line.startsWith(`${name}|`));
/** The unit's entry in an item that was read under `rollKey`. */
export const entryIn = (bucket: unknown, unitId: string): RollEntry | undefined => {
  const line = lineOf(bucket, unitId);
  return line === undefined ? undefined : entryOf(line);
};
/** The units of a person in an item that was read under `whoKey`. */
export const unitsIn = (bucket: unknown, personId: string): string[] =>
  lineOf(bucket, personId)?.split('|').slice(1) ?? [];

/** One line a person: the person and the owners' units they may cast for. */
const whoLines = (entries: readonly RollEntry[]): string[] => {
  const units = new Map<string, string[]>();
  for (const { unitId, voters = [] } of entries)
    for (const voter of voters) units.set(voter, [...(units.get(voter) ?? []), unitId]);
  return [...units].map(([personId, unitIds]) => [personId, ...unitIds].join('|'));
};

/** Frozen rolls: one line a unit in buckets of one read unit, written before the vote and never again. */
export const repoRolls = ({ client, table: TableName, get }: Pages) => {
  const kept = keepInMemory<BucketItem>(KEPT);
  const put = async (Item: Record<string, unknown>) => {
    try {
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    } catch (error) {
      // the vote's id is new: only an attempt of this same put, whose answer was lost, can have written here
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };
  const write = async (communityId: string, { sk, buckets }: Frozen, kind: Kind, lines: readonly string[]) => {
    const filled: string[][] = Array.from({ length: buckets }, () => []);
    for (const line of lines) filled[bucketFor(line.slice(0, line.indexOf('|')), buckets)]?.push(line);
    for (let from = 0; from < buckets; from += AT_ONCE) {
      const some = filled.slice(from, from + AT_ONCE);
      await Promise.all(some.map((part, i) => put({ ...bucketKey(communityId, sk, kind, from + i), lines: part })));
    }
  };
  const read = (key: { pk: string; sk: string }) => kept(`${key.pk}|${key.sk}`, () => get<BucketItem>(key));

  return {
    /** Writes the roll of a vote that is about to be opened; how many buckets it took. */
    freeze: async (
      communityId: string,
      voteId: string,
      kind: UnitKind,
      entries: readonly RollEntry[],
    ): Promise<number> => {
      const frozen = { sk: voteId, buckets: rollBuckets(entries.length, kind) };
      await write(communityId, frozen, 'roll', entries.map(rollLine));
      if (kind === 'owner') await write(communityId, frozen, 'who', whoLines(entries));
      return frozen.buckets;
    },
    entry: async (communityId: string, vote: Frozen, unitId: string): Promise<RollEntry | undefined> =>
      entryIn(await read(rollKey(communityId, vote, unitId)), unitId),
    /** The units in one bucket. */
    bucket: async (communityId: string, { sk }: Frozen, bucket: number): Promise<RollEntry[]> =>
      ((await read(bucketKey(communityId, sk, 'roll', bucket)))?.lines ?? []).map(entryOf),
    /** The owners' units a person may cast for. */
    unitsOf: async (communityId: string, vote: Frozen, personId: string): Promise<string[]> =>
      unitsIn(await read(whoKey(communityId, vote, personId)), personId),
  };
};
