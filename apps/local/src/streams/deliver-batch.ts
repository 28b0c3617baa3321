import type { Invoke } from '../functions/run-function';
import type { StreamSpec } from '../template/model';

/** A stream record as Lambda hands it over. */
export interface StreamRecord {
  eventID: string;
  eventName: string;
  eventVersion: string;
  eventSource: string;
  awsRegion: string;
  eventSourceARN: string;
  dynamodb: { SequenceNumber: string; ApproximateCreationDateTime: number; [field: string]: unknown };
}
type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
export interface Delivery {
  spec: StreamSpec;
  invoke: Invoke;
  /** Everything up to this record is done with. */
  advance: (last: StreamRecord) => void;
  /** These records are set aside for a person. */
  giveUp: (records: readonly StreamRecord[], condition: Condition, attempts: number) => void;
  /** Waits before the next attempt; rejects when the cloud stops. */
  pause: (attempt: number) => Promise<void>;
  onError: (error: unknown) => void;
}

const sequenceOf = (record: StreamRecord) => record.dynamodb.SequenceNumber;
const isOld = (record: StreamRecord, maxAgeMs: number) =>
  Date.now() - record.dynamodb.ApproximateCreationDateTime * 1_000 > maxAgeMs;

/**
 * Where the function says its batch failed: the lowest sequence number it names, the whole batch when it names none that
 * is in the batch. (docs.aws.amazon.com/lambda, services-ddb-batchfailurereporting, read 2026-11-23)
 */
const firstFailure = (result: unknown, records: readonly StreamRecord[]): number => {
  const failures = (result as { batchItemFailures?: { itemIdentifier?: unknown }[] | null } | null | undefined)
    ?.batchItemFailures;
  if (!failures || failures.length === 0) return records.length;
  const places = failures.map(({ itemIdentifier }) =>
    records.findIndex((record) => sequenceOf(record) === itemIdentifier),
  );
  return places.includes(-1) ? 0 : Math.min(...places);
};

/** How many records, from the first, the function has handled. */
const attempt = async ({ spec, invoke, onError }: Delivery, records: readonly StreamRecord[]): Promise<number> => {
  try {
    const result = await invoke({ Records: records });
    return spec.partial ? firstFailure(result, records) : records.length;
  } catch (error) {
    onError(error);
    return 0;
  }
};

const dropOld = (delivery: Delivery, records: readonly StreamRecord[]): readonly StreamRecord[] => {
  const fresh = records.findIndex((record) => !isOld(record, delivery.spec.maxAgeMs));
  const old = fresh < 0 ? records : records.slice(0, fresh);
  const last = old.at(-1);
  if (!last) return records;
  delivery.giveUp(old, 'RecordAgeExceeded', 0);
  delivery.advance(last);
  return records.slice(old.length);
};

/**
 * Hands a batch over until every record is handled or set aside, as an event source mapping does. A batch that fails at
 * its first record is halved when the mapping bisects, which costs no attempt; the record that stays alone is tried
 * again as often as the mapping says and then set aside.
 */
export const deliverBatch = async (delivery: Delivery, batch: readonly StreamRecord[]): Promise<void> => {
  const { spec, advance, giveUp, pause } = delivery;
  let rest = dropOld(delivery, batch);
  for (let failures = 0; rest.length > 0; rest = dropOld(delivery, rest)) {
    const done = await attempt(delivery, rest);
    const last = rest[done - 1];
    if (last) advance(last);
    rest = rest.slice(done);
    if (rest.length === 0) return;
    if (done > 0) failures = 0;
    else if (spec.bisect && rest.length > 1) {
      const half = Math.ceil(rest.length / 2);
      await deliverBatch(delivery, rest.slice(0, half));
      rest = rest.slice(half);
      continue;
    } else failures += 1;
    if (failures > spec.retries) {
      giveUp(rest, 'RetryAttemptsExhausted', failures);
      return advance(rest.at(-1) as StreamRecord);
    }
    await pause(failures);
  }
};
