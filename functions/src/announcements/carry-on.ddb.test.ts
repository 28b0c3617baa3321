import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createFaults, named } from '../kernel/test-faults';
import { carryOn } from './carry-on';
import { stageAnnouncing, TABLES, type Announcing } from './test-announcing';

let engine: TestTables;
let stage: Announcing;
const faults = createFaults();
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(() => {
  stage = stageAnnouncing(engine.endpoint, faults.through);
});
afterEach(() => {
  faults.calm();
  stage.close();
});
afterAll(() => engine.stop());

/** What the stream brings of these items, in order. */
const streamed = (...items: Record<string, unknown>[]) => {
  const Records = items.map((item, i) => ({
    dynamodb: {
      Keys: marshall({ pk: item['pk'], sk: item['sk'] }),
      NewImage: marshall(item, { removeUndefinedValues: true }),
      SequenceNumber: String(i + 1),
    },
  }));
  return { Records } as unknown as DynamoDBStreamEvent;
};
const job = async () => (await stage.repo.census.job(stage.communityId)) as unknown as Record<string, unknown>;

test('a job goes on by its own image until it is done; other items are passed over', async () => {
  const worker = await stage.person(['worker']);
  await stage.drafted(worker);
  await stage.repo.census.begin(stage.communityId, stage.world.now, 60);
  const phases: unknown[] = [];
  for (let seen = await job(); seen['phase'] !== 'done'; seen = await job()) {
    phases.push(seen['phase']);
    const answer = await carryOn(stage.making)(streamed({ pk: 'x#announcements', sk: 'y' }, seen));
    expect(answer).toEqual({ batchItemFailures: [] });
  }
  expect(phases).toEqual(['members', 'merge', 'roll']);
});

test('a record that comes again after the job moved on, or after it is done, does nothing', async () => {
  await stage.repo.census.begin(stage.communityId, stage.world.now, 60);
  const first = await job();
  await carryOn(stage.making)(streamed(first));
  const second = await job();
  await carryOn(stage.making)(streamed(first, first));
  expect(await job()).toEqual(second);
  await stage.countWhole();
  const done = await job();
  await carryOn(stage.making)(streamed(first, second, done));
  expect(await job()).toEqual(done);
});

test('what failed is delivered again from there, and what stands before it is not', async () => {
  await stage.repo.census.begin(stage.communityId, stage.world.now, 60);
  const seen = await job();
  faults.meet({ on: 'PutItem', times: 1, error: named('Killed') });
  const answer = await carryOn(stage.making)(streamed({ pk: 'other', sk: 'y' }, seen));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  expect(await job()).toEqual(seen);
  expect(await carryOn(stage.making)(streamed(seen))).toEqual({ batchItemFailures: [] });
  expect((await job())['phase']).toBe('merge');
});
