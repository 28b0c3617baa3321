import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { Busy } from '../kernel/commit';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { rankPoints } from './rank-points';
import { createRepo, type Repo } from './repo';
import { voteOfBallots } from './repo-ballots';

interface Cast {
  communityId: string;
  voteId: string;
  /** Sequence numbers of new ballots, padded, in order. */
  seqs: string[];
}

/** Sequence numbers have up to 40 digits: padded, their text sorts as they count. */
const padded = (sequenceNumber: string) => sequenceNumber.padStart(40, '0');
const seqOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber ?? '';
const partitionOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.Keys?.['pk']?.S ?? '';

/** The new ballots of a batch by vote. Anything but the first writing of a ballot is not one. */
const castIn = (records: readonly DynamoDBRecord[]): Cast[] => {
  const votes = new Map<string, Cast>();
  for (const record of records) {
    const pk = partitionOf(record);
    const vote = record.eventName === 'INSERT' ? voteOfBallots(pk) : undefined;
    if (!vote) continue;
    const cast = votes.get(pk) ?? { ...vote, seqs: [] };
    votes.set(pk, cast);
    cast.seqs.push(padded(seqOf(record)));
  }
  return [...votes.values()];
};

const ATTEMPTS = 8;

/** Adds the ballots past the checkpoint; those up to it were counted by an earlier delivery. */
const add = async (repo: Repo, { communityId, voteId, seqs }: Cast): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const seen = await repo.turnout.read(communityId, voteId);
    const fresh = [...new Set(seqs)].filter((seq) => seq > (seen?.seq ?? '')).sort();
    const last = fresh.at(-1);
    if (last === undefined) return;
    if (await repo.turnout.move(communityId, voteId, seen, { n: (seen?.n ?? 0) + fresh.length, seq: last })) return;
    await pause(randomInt(1, 8 * 2 ** attempt));
  }
  throw new Busy('turnout');
};

/**
 * Keeps the live turnout of each vote. All ballots of a vote share a partition key, so their records come in one order;
 * figure and checkpoint move in one write, so a record that is delivered again, after a failure, a bisected batch or a lost
 * answer, adds nothing.
 * @returns records that have to be delivered again.
 */
export const countTurnout =
  ({ repo }: { repo: Repo }) =>
  async (records: readonly DynamoDBRecord[]): Promise<DynamoDBRecord[]> => {
    const failed: string[] = [];
    for (const cast of castIn(records)) {
      await add(repo, cast).catch(() => failed.push(...cast.seqs));
    }
    return records.filter((record) => failed.includes(padded(seqOf(record))));
  };

/** What follows from the table's own changes: the live turnout and the order of points. Lambda delivers again from the first record that failed. */
export const followStream =
  (deps: { repo: Repo }) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = new Set([...(await countTurnout(deps)(Records)), ...(await rankPoints(deps)(Records))]);
    const first = Records.find((record) => failed.has(record));
    return { batchItemFailures: first ? [{ itemIdentifier: seqOf(first) }] : [] };
  };

let ready: ReturnType<typeof followStream> | undefined;
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  ready ??= followStream({
    repo: createRepo(createDocumentClient(), readEnv(['TABLE_COUNCILS']).TABLE_COUNCILS, createCursors('')),
  });
  return ready(event);
};
