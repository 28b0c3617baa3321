import { Logger } from '@aws-lambda-powertools/logger';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import {
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { sliceOf } from '@gongzhi/shared/ledger/rules';
import { readEnv } from '../kernel/env';
import type { LedgerItem } from '../kernel/ledger';

/** An event as other slices hear it. Delivery is at least once: whoever reacts does so under `id`. */
export type Dispatched = Omit<LedgerItem, 'pk' | 'sk' | 'gpk' | 'gsk' | 'hash' | 'answer'>;

/** Most entries of one PutEvents (EventBridge quotas, read 2026-11-23). */
const BATCH = 10;

export interface DispatchNeeds {
  bus: string;
  client: Pick<EventBridgeClient, 'send'>;
  /** Told how many were not taken and why, by error name; never what was in them. */
  report: (failed: { events: number; reasons: string[] }) => void;
}
interface Outgoing {
  sequence: string;
  entry: PutEventsRequestEntry;
}

const detailOf = ({ pk: _p, sk: _s, gpk: _g, gsk: _k, hash: _h, answer: _a, ...event }: LedgerItem): Dispatched =>
  event;

/** What goes out for a record; undefined for what is no new event. Events are never changed, and TTL does not touch them. */
const outgoing =
  (bus: string) =>
  ({ eventName, dynamodb }: DynamoDBRecord): Outgoing | undefined => {
    const image = dynamodb?.NewImage;
    if (eventName !== 'INSERT' || !image) return undefined;
    const event = detailOf(unmarshall(image as Record<string, AttributeValue>) as LedgerItem);
    const entry = {
      EventBusName: bus,
      Source: `gongzhi.${sliceOf(event.type)}`,
      DetailType: event.type,
      Detail: JSON.stringify(event),
      Time: new Date(event.at),
    };
    return { sequence: dynamodb.SequenceNumber ?? '', entry };
  };

/** Sends one batch. @returns for each event the reason it was not taken, if so */
const send = async ({ client }: DispatchNeeds, batch: readonly Outgoing[]): Promise<(string | undefined)[]> => {
  try {
    const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: batch.map(({ entry }) => entry) }));
    return batch.map((_, i) => reasonOf(Entries[i]));
  } catch (error) {
    return batch.map(() => (error instanceof Error ? error.name : 'unknown'));
  }
};
const reasonOf = (entry: PutEventsResultEntry | undefined) =>
  entry?.EventId ? undefined : (entry?.ErrorCode ?? 'unanswered');

/**
 * The outbox: new events of the ledger's stream onto the bus, in the order of the stream. It stops at the first batch of
 * which an event was not taken and names that event and all that were not sent: Lambda delivers again from the first of
 * them, so an event may go out twice and none is left out.
 */
export const dispatchEvents =
  (needs: DispatchNeeds) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const all = Records.map(outgoing(needs.bus)).filter((it) => it !== undefined);
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH);
      const reasons = await send(needs, batch);
      const failed = batch.filter((_, i) => reasons[i] !== undefined);
      if (failed.length === 0) continue;
      needs.report({ events: failed.length, reasons: [...new Set(reasons.filter((reason) => reason !== undefined))] });
      return {
        batchItemFailures: [...failed, ...all.slice(from + BATCH)].map(({ sequence }) => ({
          itemIdentifier: sequence,
        })),
      };
    }
    return { batchItemFailures: [] };
  };

const logger = new Logger({ serviceName: 'ledger' });
let ready: ReturnType<typeof dispatchEvents> | undefined;
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  ready ??= dispatchEvents({
    bus: readEnv(['BUS_NAME']).BUS_NAME,
    client: new EventBridgeClient({
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000 },
    }),
    report: (failed) => logger.warn('events not taken', failed),
  });
  return ready(event);
};
