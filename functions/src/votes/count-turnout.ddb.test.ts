import type { DynamoDBRecord } from 'aws-lambda';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { followStream } from './count-turnout';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageVotes(engine.endpoint);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

/** Sequence numbers as the stream gives them: long, of different lengths, rising. */
const seq = (n: number) => String(99_999_999_999_999_999_990n + BigInt(n));
/** A record of a ballot's casting: the first unless `casts` says otherwise. */
const ballot = (
  voteId: string,
  n: number,
  { casts = 1, choice = 'for', was = 'none', of = 'b', more = {} } = {},
): DynamoDBRecord => {
  const Keys = marshall({ pk: `${stage.communityId}#v#${voteId}#${of}`, sk: `unit-${n}` }) as never;
  const image = { casts, building: n % 2, ...(of === 'b' ? { choice, was } : {}), ...more };
  return { eventName: 'MODIFY', dynamodb: { SequenceNumber: seq(n), Keys, NewImage: marshall(image) as never } };
};
const turnoutOf = async (voteId: string) => (await stage.repo.turnout.read(stage.communityId, voteId))?.n ?? 0;
const deliver = (Records: DynamoDBRecord[], repo = stage.repo) => followStream({ repo })({ Records });
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const DONE = { batchItemFailures: [] };

test('each new ballot is one household, and ballots of two votes in one batch do not mix', async () => {
  const [a, b] = [stage.id(), stage.id()];
  expect(await deliver([...range(0, 5).map((n) => ballot(a, n)), ...range(5, 7).map((n) => ballot(b, n))])).toEqual(
    DONE,
  );
  expect([await turnoutOf(a), await turnoutOf(b)]).toEqual([5, 2]);
});

test('a batch that is delivered again adds nothing', async () => {
  const vote = stage.id();
  const batch = range(0, 20).map((n) => ballot(vote, n));
  for (let i = 0; i < 3; i += 1) expect(await deliver(batch)).toEqual(DONE);
  expect(await turnoutOf(vote)).toBe(20);
});

test('halves of a bisected batch that overlap what was counted add only what is new', async () => {
  const vote = stage.id();
  await deliver(range(0, 10).map((n) => ballot(vote, n)));
  await deliver(range(5, 15).map((n) => ballot(vote, n)));
  await deliver(range(0, 15).map((n) => ballot(vote, n)));
  expect(await turnoutOf(vote)).toBe(15);
});

test('the same batch handed to two functions at once counts once', async () => {
  const vote = stage.id();
  const batch = range(0, 30).map((n) => ballot(vote, n));
  await Promise.all(Array.from({ length: 6 }, () => deliver(batch)));
  expect(await turnoutOf(vote)).toBe(30);
});

test('a change moves a ballot from one choice to another and is not another unit; items that are no castings are nothing', async () => {
  const vote = stage.id();
  await deliver([
    ballot(vote, 1),
    ballot(vote, 2, { more: { band: '60-74' } }),
    ballot(vote, 3, { casts: 2, choice: 'against', was: 'for' }),
    {
      eventName: 'REMOVE',
      dynamodb: {
        SequenceNumber: seq(4),
        Keys: marshall({ pk: `${stage.communityId}#v#${vote}#b`, sk: 'x' }) as never,
      },
    },
    {
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: seq(5), Keys: marshall({ pk: `${stage.communityId}#votes`, sk: vote }) as never },
    },
    { eventName: 'INSERT' },
  ]);
  expect(await stage.repo.turnout.read(stage.communityId, vote)).toMatchObject({
    n: 2,
    choices: { for: 1, against: 1 },
    buildings: { 0: 1, 1: 1 },
    bands: { '60-74': 1 },
  });
});

test('units that opened the page are counted beside those that voted', async () => {
  const vote = stage.id();
  await deliver([ballot(vote, 1, { of: 'r' }), ballot(vote, 2, { of: 'r' }), ballot(vote, 3)]);
  expect(await stage.repo.turnout.read(stage.communityId, vote, 'reached')).toMatchObject({ n: 2 });
  expect(await turnoutOf(vote)).toBe(1);
});

test('a vote that fails is reported by its first record, the others are counted, and the next delivery puts it right', async () => {
  const [good, bad] = [stage.id(), stage.id()];
  const batch = [ballot(good, 1), ballot(bad, 2), ballot(bad, 3), ballot(good, 4)];
  const read: typeof stage.repo.turnout.read = async (communityId, voteId) => {
    if (voteId === bad) throw new Error('throttled');
    return stage.repo.turnout.read(communityId, voteId);
  };
  expect(await deliver(batch, { ...stage.repo, turnout: { ...stage.repo.turnout, read } })).toEqual({
    batchItemFailures: [{ itemIdentifier: seq(2) }],
  });
  expect([await turnoutOf(good), await turnoutOf(bad)]).toEqual([2, 0]);
  expect(await deliver(batch.slice(1))).toEqual(DONE);
  expect([await turnoutOf(good), await turnoutOf(bad)]).toEqual([2, 2]);
});

test('an answer lost after the figure moved does not move it twice', async () => {
  const vote = stage.id();
  let lost = false;
  const move: typeof stage.repo.turnout.move = async (...args) => {
    await stage.repo.turnout.move(...args);
    if (lost) return true;
    lost = true;
    throw new Error('the answer was lost');
  };
  const batch = range(0, 4).map((n) => ballot(vote, n));
  const repo = { ...stage.repo, turnout: { ...stage.repo.turnout, move } };
  expect(await deliver(batch, repo)).toEqual({ batchItemFailures: [{ itemIdentifier: seq(0) }] });
  expect(await deliver(batch, repo)).toEqual(DONE);
  expect(await turnoutOf(vote)).toBe(4);
});

test('however batches are cut and repeated, the figure is the number of ballots', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 }),
      async (total, repeats) => {
        const vote = stage.id();
        let reached = 0;
        for (const [back, ahead] of [...repeats, [0, total] as const]) {
          const to = Math.min(total, reached + ahead);
          await deliver(range(Math.max(0, reached - back), to).map((n) => ballot(vote, n)));
          reached = Math.max(reached, to);
        }
        expect(await turnoutOf(vote)).toBe(total);
      },
    ),
    { numRuns: 25 },
  );
});
