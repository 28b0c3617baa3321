import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { followStream, rankPoints } from './rank-points';
import { stageCouncil, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
let ids: { communityId: string; proposalId: string };
beforeAll(async () => {
  engine = await startTables(['councils']);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageCouncil(engine.endpoint);
  ids = { communityId: stage.communityId, proposalId: stage.id() };
});
afterEach(() => stage.close());

const addPoint = async () => {
  const id = stage.id();
  await stage.fill(
    stage.repo.points.pointWrites(ids, 'for', { id, body: '好', authorId: stage.id(), authorName: '', at: '' }),
  );
  return id;
};
const endorse = (id: string, times = 1) =>
  stage
    .fill(
      Array.from({ length: times }, () => stage.repo.points.endorseWrites(ids, id, stage.id(), '')).flatMap((writes) =>
        writes.slice(0, 1),
      ),
    )
    .then(async () => {
      for (let i = 0; i < times; i += 1)
        await stage.fill(stage.repo.points.endorseWrites(ids, id, stage.id(), '').slice(1));
    });
const order = async () =>
  (await stage.repo.points.list(ids, 'for', { order: 'endorsed', cursor: undefined, personId: undefined })).items.map(
    ({ sk }) => sk,
  );
const recordOf = (image: Record<string, unknown>): DynamoDBRecord => ({
  eventName: 'MODIFY',
  dynamodb: { SequenceNumber: '7', NewImage: marshall(image) as never },
});

test('a point moves to where its endorsements put it', async () => {
  const [a, b] = [await addPoint(), await addPoint()];
  const [low = '', high = ''] = [a, b].sort();
  expect(await order()).toEqual([high, low]);
  await endorse(low, 2);
  expect(await stage.rank(ids.proposalId, low, high)).toEqual([]);
  expect(await order()).toEqual([low, high]);
});

test('a record that comes late or again moves nothing back', async () => {
  const id = await addPoint();
  await endorse(id);
  const old = {
    pk: `${ids.communityId}#p#${ids.proposalId}`,
    sk: `node#${id}`,
    gsk: `00000000#${id}`,
    endorsements: 1,
  };
  await endorse(id, 2);
  await stage.rank(ids.proposalId, id);
  const place = async () => (await stage.repo.points.node(ids, id)) as unknown as { gsk: string };
  expect((await place()).gsk).toBe(`00000003#${id}`);
  for (let i = 0; i < 2; i += 1) expect(await rankPoints({ repo: stage.repo })([recordOf(old)])).toEqual([]);
  expect((await place()).gsk).toBe(`00000003#${id}`);
});

test('records of other items, and of points that stand right, write nothing', async () => {
  const rank = jest.fn();
  const repo = { ...stage.repo, points: { ...stage.repo.points, rank } };
  await rankPoints({ repo })([
    recordOf({ pk: 'c#proposals', sk: 'p', supports: 3 }),
    recordOf({ pk: 'c#p#p', sk: 'node#reply', replyTo: 'x' }),
    recordOf({ pk: 'c#p#p', sk: 'node#x', gsk: '00000004#x', endorsements: 4 }),
    { eventName: 'REMOVE', dynamodb: {} },
    {},
  ]);
  expect(rank).not.toHaveBeenCalled();
});

test('a point that could not be moved is delivered again', async () => {
  const rank = () => Promise.reject(new Error('throttled'));
  const repo = { ...stage.repo, points: { ...stage.repo.points, rank } };
  const Records = [recordOf({ pk: 'c#p#p', sk: 'node#x', gsk: '00000003#x', endorsements: 4 })];
  expect(await followStream({ repo })({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
});
