import { marshall } from '@aws-sdk/util-dynamodb';
import type { PutEventsCommand, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import type { LedgerItem } from '../kernel/ledger';
import { dispatchEvents, type Dispatched, type DispatchNeeds } from './dispatch-events';

const item = (n: number, more: Partial<LedgerItem> = {}): LedgerItem => ({
  pk: `110101001001#hash-${n}`,
  sk: 'event',
  gpk: '110101001001#s1',
  gsk: `2026-11-23T08:00:00.000Z#e${n}`,
  id: `e${n}`,
  type: 'councils.proposal-filed',
  scope: '110101001001',
  subject: 's1',
  actor: 'p1',
  at: '2026-11-23T08:00:00.000Z',
  via: 'app',
  data: { threshold: 10, opened: true, proposalId: 's1' },
  hash: 'request-hash',
  answer: { id: 's1', secret: 'receipt' },
  ...more,
});
const record = (
  n: number,
  more: Partial<LedgerItem> = {},
  eventName: DynamoDBRecord['eventName'] = 'INSERT',
): DynamoDBRecord => ({
  eventID: `${n}`,
  eventName,
  dynamodb: { SequenceNumber: `seq-${n}`, NewImage: marshall(item(n, more)) as never, StreamViewType: 'NEW_IMAGE' },
});
const records = (count: number) => Array.from({ length: count }, (_, n) => record(n));

/** A bus that takes what `takes` says, or throws what it throws. */
const openBus = (takes: (entry: PutEventsRequestEntry, call: number) => string | undefined = () => undefined) => {
  const calls: PutEventsRequestEntry[][] = [];
  const reported: { events: number; reasons: string[] }[] = [];
  const client = {
    send: async ({ input }: PutEventsCommand) => {
      const Entries = input.Entries ?? [];
      calls.push(Entries);
      const answers = Entries.map((entry) => takes(entry, calls.length));
      return {
        FailedEntryCount: answers.filter(Boolean).length,
        Entries: answers.map((ErrorCode) => (ErrorCode ? { ErrorCode, ErrorMessage: 'no' } : { EventId: 'x' })),
      };
    },
  } as unknown as DispatchNeeds['client'];
  const dispatch = dispatchEvents({ bus: 'gongzhi-bus', client, report: (it) => void reported.push(it) });
  const ids = () => calls.flat().map(({ Detail }) => (JSON.parse(Detail ?? '') as Dispatched).id);
  return {
    calls,
    reported,
    ids,
    run: async (all: DynamoDBRecord[]) =>
      (await dispatch({ Records: all })).batchItemFailures.map((f) => f.itemIdentifier),
  };
};

describe('what goes out', () => {
  it('is the event under its slice and type, without keys, request hash and answer', async () => {
    const bus = openBus();
    expect(await bus.run([record(1, { behalf: 'p9' })])).toEqual([]);
    const [entry] = bus.calls[0] ?? [];
    expect(entry).toMatchObject({
      EventBusName: 'gongzhi-bus',
      Source: 'gongzhi.councils',
      DetailType: 'councils.proposal-filed',
      Time: new Date('2026-11-23T08:00:00.000Z'),
    });
    expect(JSON.parse(entry?.Detail ?? '')).toEqual({
      id: 'e1',
      type: 'councils.proposal-filed',
      scope: '110101001001',
      subject: 's1',
      actor: 'p1',
      at: '2026-11-23T08:00:00.000Z',
      via: 'app',
      behalf: 'p9',
      data: { threshold: 10, opened: true, proposalId: 's1' },
    });
  });

  it.each(['MODIFY', 'REMOVE'] as const)('is no event for a %s', async (name) => {
    const bus = openBus();
    expect([await bus.run([record(1, {}, name)]), bus.calls]).toEqual([[], []]);
  });

  it('is nothing for a record without an image, or for no records', async () => {
    const bus = openBus();
    expect([
      await bus.run([{ eventName: 'INSERT', dynamodb: { SequenceNumber: '1' } }]),
      await bus.run([]),
      bus.calls,
    ]).toEqual([[], [], []]);
  });

  it.each([
    [1, [1]],
    [10, [10]],
    [11, [10, 1]],
    [100, [10, 10, 10, 10, 10, 10, 10, 10, 10, 10]],
  ])('%i events go in batches of %p', async (count, sizes) => {
    const bus = openBus();
    await bus.run(records(count));
    expect(bus.calls.map((c) => c.length)).toEqual(sizes);
  });

  it('goes in the order of the stream', async () => {
    const bus = openBus();
    await bus.run(records(35));
    expect(bus.ids()).toEqual(records(35).map((_, n) => `e${n}`));
  });
});

describe('what is not taken', () => {
  it('is named, with all that comes after its batch, and no other', async () => {
    const bus = openBus((entry) => (/"e(13|17)"/.test(entry.Detail ?? '') ? 'ThrottlingException' : undefined));
    expect(await bus.run(records(25))).toEqual(['seq-13', 'seq-17', 'seq-20', 'seq-21', 'seq-22', 'seq-23', 'seq-24']);
    expect(bus.calls).toHaveLength(2);
    expect(bus.reported).toEqual([{ events: 2, reasons: ['ThrottlingException'] }]);
  });

  it('is the whole batch when the bus cannot be reached', async () => {
    const bus = openBus(() => {
      throw Object.assign(new Error('13800000000'), { name: 'TimeoutError' });
    });
    expect(await bus.run(records(3))).toEqual(['seq-0', 'seq-1', 'seq-2']);
    expect(bus.reported).toEqual([{ events: 3, reasons: ['TimeoutError'] }]);
  });

  it('is what the bus gave no answer for', async () => {
    const client = {
      send: async () => ({ FailedEntryCount: 0, Entries: [{ EventId: 'x' }] }),
    } as unknown as DispatchNeeds['client'];
    const dispatch = dispatchEvents({ bus: 'b', client, report: () => undefined });
    expect((await dispatch({ Records: records(2) })).batchItemFailures).toEqual([{ itemIdentifier: 'seq-1' }]);
  });

  it('is delivered in the end: nothing is left out, and what went twice has the same id', async () => {
    const chance = fc.record({
      count: fc.integer({ min: 1, max: 60 }),
      failing: fc.array(fc.boolean(), { minLength: 200, maxLength: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(chance, async ({ count, failing }) => {
        let n = 0;
        const taken: string[] = [];
        const bus = openBus((entry) => {
          if (failing[(n += 1)]) return 'InternalFailure';
          taken.push((JSON.parse(entry.Detail ?? '') as Dispatched).id);
          return undefined;
        });
        let rest = records(count);
        while (rest.length > 0) {
          const failures = await bus.run(rest);
          // as Lambda does: again from the first that failed
          const from = rest.findIndex((r) => failures.includes(r.dynamodb?.SequenceNumber ?? ''));
          rest = from < 0 ? [] : rest.slice(from);
        }
        expect([...new Set(taken)].sort()).toEqual(
          records(count)
            .map((_, i) => `e${i}`)
            .sort(),
        );
      }),
      { numRuns: 50 },
    );
  });
});
