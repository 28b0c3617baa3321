import type { StreamSpec } from '../template/model';
import { deliverBatch, type StreamRecord } from './deliver-batch';

const SPEC: StreamSpec = {
  id: 'm',
  table: 't',
  fn: 'f',
  batch: 100,
  startAt: 'TRIM_HORIZON',
  retries: 2,
  maxAgeMs: 60_000,
  bisect: false,
  partial: false,
  onFailure: undefined,
};
const record = (n: number, ageMs = 0): StreamRecord => ({
  eventID: String(n),
  eventName: 'INSERT',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'local',
  eventSourceARN: 'arn',
  dynamodb: { SequenceNumber: String(n), ApproximateCreationDateTime: (Date.now() - ageMs) / 1_000 },
});
const numbers = (records: readonly StreamRecord[]) => records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));

/** What happens to records 1 to `count` when the function answers as `answer` says. */
const deliver = async (
  spec: Partial<StreamSpec>,
  answer: (batch: number[]) => unknown,
  records = [1, 2, 3, 4].map((n) => record(n)),
) => {
  const calls: number[][] = [];
  const advanced: number[] = [];
  const setAside: [number[], string][] = [];
  let pauses = 0;
  await deliverBatch(
    {
      spec: { ...SPEC, ...spec },
      invoke: async (event) => {
        const batch = numbers((event as { Records: StreamRecord[] }).Records);
        calls.push(batch);
        return answer(batch);
      },
      advance: (last) => void advanced.push(...numbers([last])),
      giveUp: (old, condition, attempts) => void setAside.push([numbers(old), `${condition} ${attempts}`]),
      pause: async () => void (pauses += 1),
      onError: () => undefined,
    },
    records,
  );
  return { calls, advanced, setAside, pauses };
};
const fail = () => {
  throw new Error('no');
};
const poison = (bad: number) => (batch: number[]) => (batch.includes(bad) ? fail() : undefined);
const reports = (...failed: (number | string | null)[]) => ({
  batchItemFailures: failed.map((n) => ({ itemIdentifier: n === null ? null : String(n) })),
});

describe('a batch of stream records', () => {
  it('is done with when the function returns', async () =>
    expect(await deliver({}, () => undefined)).toEqual({
      calls: [[1, 2, 3, 4]],
      advanced: [4],
      setAside: [],
      pauses: 0,
    }));

  it('is tried again as a whole when the function throws, then set aside', async () =>
    expect(await deliver({}, fail)).toEqual({
      calls: Array(3).fill([1, 2, 3, 4]),
      advanced: [4],
      setAside: [[[1, 2, 3, 4], 'RetryAttemptsExhausted 3']],
      pauses: 2,
    }));

  it('goes on after the first failure that the function reports', async () => {
    let first = true;
    const answer = () => (first ? ((first = false), reports(3, 4)) : undefined);
    expect(await deliver({ partial: true }, answer)).toMatchObject({
      calls: [
        [1, 2, 3, 4],
        [3, 4],
      ],
      advanced: [2, 4],
      setAside: [],
    });
  });

  it('is done with whatever a function reports when the mapping does not ask', async () =>
    expect(await deliver({}, () => reports(1))).toMatchObject({ calls: [[1, 2, 3, 4]], advanced: [4] }));

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty list', { batchItemFailures: [] }],
    ['a null list', { batchItemFailures: null }],
  ])('is a success when the function reports %s', async (_, answer) =>
    expect((await deliver({ partial: true }, () => answer)).calls).toHaveLength(1),
  );
  it.each([
    ['an empty identifier', reports('')],
    ['a null identifier', reports(null)],
    ['a record of another batch', reports(9)],
    ['a wrong key', { batchItemFailures: [{ id: '3' }] }],
  ])('is a failure as a whole when the function reports %s', async (_, answer) =>
    expect((await deliver({ partial: true, retries: 0 }, () => answer)).setAside).toEqual([
      [[1, 2, 3, 4], 'RetryAttemptsExhausted 1'],
    ]),
  );

  it('is halved until the poisoned record stands alone, and only that one is set aside', async () => {
    const { advanced, setAside, calls } = await deliver({ bisect: true }, poison(3));
    expect(setAside).toEqual([[[3], 'RetryAttemptsExhausted 3']]);
    expect(advanced).toEqual([2, 3, 4]);
    expect(calls).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [3], [3], [4]]);
  });

  it('is halved too when the first record is the one reported', async () => {
    const { setAside, advanced } = await deliver({ bisect: true, partial: true }, (batch) =>
      batch.includes(1) ? reports(1) : undefined,
    );
    expect([setAside, advanced.at(-1)]).toEqual([[[[1], 'RetryAttemptsExhausted 3']], 4]);
  });

  it('keeps its order whatever fails', async () => {
    let n = 0;
    const handled: number[] = [];
    const answer = (batch: number[]) => ((n += 1) % 2 ? fail() : void handled.push(...batch));
    await deliver({ bisect: true, retries: 9 }, answer);
    expect(handled).toEqual([1, 2, 3, 4]);
  });

  it('has its old records set aside unread', async () =>
    expect(await deliver({}, () => undefined, [record(1, 61_000), record(2, 61_000), record(3)])).toMatchObject({
      calls: [[3]],
      advanced: [2, 3],
      setAside: [[[1, 2], 'RecordAgeExceeded 0']],
    }));

  it('grows old while it is tried again', async () => {
    const records = [record(1, 59_990)];
    const wait = () => new Promise((_, reject) => setTimeout(() => reject(new Error('slow')), 20));
    expect((await deliver({ retries: Infinity }, wait, records)).setAside).toEqual([[[1], 'RecordAgeExceeded 0']]);
  });
});
