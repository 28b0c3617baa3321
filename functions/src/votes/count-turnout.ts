import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { Busy } from '../kernel/commit';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createRepo, type Repo } from './repo';
import { voteOf } from './repo-ballots';
import type { Counted, TurnoutItem } from './repo-turnout';

interface Step {
  /** Sequence number, padded. */
  seq: string;
  /** The unit's first casting or reading, and not a change. */
  first: boolean;
  building: number;
  band?: string | undefined;
  choice?: string | undefined;
  was?: string | undefined;
}
interface Batch {
  communityId: string;
  voteId: string;
  of: Counted;
  steps: Step[];
}

/** Sequence numbers have up to 40 digits: padded, their text sorts as they count. */
const padded = (sequenceNumber: string) => sequenceNumber.padStart(40, '0');
const seqOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber ?? '';
const partitionOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.Keys?.['pk']?.S ?? '';

/** What a record of a ballot or a reading adds; a ballot that names an agent and is not cast adds nothing. */
const stepIn = (record: DynamoDBRecord): Step | undefined => {
  const image = record.dynamodb?.NewImage;
  if (!image?.['casts']) return undefined;
  const {
    casts,
    building = 0,
    band,
    choice,
    was,
  } = unmarshall(image as never) as Omit<Step, 'first' | 'seq'> & {
    casts: number;
  };
  return { seq: padded(seqOf(record)), first: casts === 1, building, band, choice, was };
};

/** What is new in a batch, by vote. */
const newIn = (records: readonly DynamoDBRecord[]): Batch[] => {
  const batches = new Map<string, Batch>();
  for (const record of records) {
    const pk = partitionOf(record);
    const vote = voteOf(pk);
    const step = vote && stepIn(record);
    if (!step) continue;
    const { communityId, voteId, of } = vote;
    const batch = batches.get(pk) ?? { communityId, voteId, of: of === 'b' ? 'turnout' : 'reached', steps: [] };
    batches.set(pk, batch);
    batch.steps.push(step);
  }
  return [...batches.values()];
};

const add = (counts: Record<string, number>, name: string | undefined, amount: number): void => {
  if (name !== undefined && name !== 'none') counts[name] = (counts[name] ?? 0) + amount;
};
const onFrom = (seen: TurnoutItem | undefined, fresh: readonly Step[], seq: string): TurnoutItem => {
  const [choices, buildings, bands] = [{ ...seen?.choices }, { ...seen?.buildings }, { ...seen?.bands }];
  const firsts = fresh.filter(({ first }) => first);
  for (const { building, band } of firsts) {
    add(buildings, String(building), 1);
    add(bands, band, 1);
  }
  for (const { choice, was } of fresh) {
    add(choices, was, -1);
    add(choices, choice, 1);
  }
  return { n: (seen?.n ?? 0) + firsts.length, choices, buildings, bands, seq };
};

const ATTEMPTS = 8;

/** Adds what lies past the checkpoint; what lies up to it was counted by an earlier delivery. */
const count = async (repo: Repo, { communityId, voteId, of, steps }: Batch): Promise<void> => {
  const distinct = [...new Map(steps.map((step) => [step.seq, step])).values()];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const seen = await repo.turnout.read(communityId, voteId, of);
    const fresh = distinct.filter(({ seq }) => seq > (seen?.seq ?? '')).sort((a, b) => (a.seq < b.seq ? -1 : 1));
    const last = fresh.at(-1);
    if (last === undefined) return;
    if (await repo.turnout.move({ communityId, voteId, of }, seen, onFrom(seen, fresh, last.seq))) return;
    await pause(randomInt(1, 8 * 2 ** attempt));
  }
  throw new Busy('turnout');
};

/**
 * Keeps the live figures of each vote: units that voted and units that were reached. All ballots of a vote share a
 * partition key, so their records come in one order; figures and checkpoint move in one write, so a record that is
 * delivered again, after a failure, a bisected batch or a lost answer, adds nothing. A change of a ballot is not a unit.
 * @returns records that have to be delivered again.
 */
export const countTurnout =
  ({ repo }: { repo: Repo }) =>
  async (records: readonly DynamoDBRecord[]): Promise<DynamoDBRecord[]> => {
    const failed: string[] = [];
    for (const batch of newIn(records)) {
      await count(repo, batch).catch(() => failed.push(...batch.steps.map(({ seq }) => seq)));
    }
    return records.filter((record) => failed.includes(padded(seqOf(record))));
  };

/** What follows from the table's own changes: the live figures. Lambda delivers again from the first record that failed. */
export const followStream =
  (deps: { repo: Repo }) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const [first] = await countTurnout(deps)(Records);
    return { batchItemFailures: first ? [{ itemIdentifier: seqOf(first) }] : [] };
  };

let ready: ReturnType<typeof followStream> | undefined;
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  ready ??= followStream({
    repo: createRepo(createDocumentClient(), readEnv(['TABLE_VOTES']).TABLE_VOTES, createCursors('')),
  });
  return ready(event);
};
