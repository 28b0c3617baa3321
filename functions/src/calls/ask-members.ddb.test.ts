import { randomInt } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { askedPk, createAskedOf } from '../kernel/asked';
import { partyKey } from '../kernel/party';
import { askMembers, askNext } from './ask-members';
import { stageCalls, type Stage } from './test-call';

let engine: TestTables;
let stage: Stage;
/** What the client does with a request; set by a test. */
let meets: ((command: string) => void) | undefined;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'party', 'calls']);
});
afterAll(() => engine.stop());
beforeEach(() => {
  meets = undefined;
  stage = stageCalls(engine.endpoint, (client) =>
    client.middlewareStack.add(
      (next, context) => async (args) => {
        meets?.(String(context.commandName));
        return next(args);
      },
      { step: 'initialize', name: 'meets', priority: 'low' },
    ),
  );
});
afterEach(() => stage.close());

const askedTo = async (callId: string): Promise<string[]> => {
  const ids: string[] = [];
  let from: string | undefined;
  do {
    const page = await createAskedOf(stage.client, 'calls')(stage.communityId, callId, from);
    ids.push(...page.ids);
    from = page.next;
  } while (from);
  return ids;
};
const told = (callId: string) =>
  stage.said.filter(({ type, subject }) => type === 'calls.members-asked' && subject === callId);

test('six hundred members are asked once each, a hundred a run, though whoever asks is killed at random', async () => {
  const people = await stage.members(600);
  const worker = await stage.person(['worker']);
  const callId = await stage.open(worker);
  const ids = { communityId: stage.communityId, callId };
  let kills = 0;
  let most = 0;
  let puts = 0;
  for (;;) {
    const job = await stage.repo.jobs.job(ids);
    if (!job || job.done) break;
    puts = 0;
    let after = kills < 12 ? randomInt(1, 45) : Number.POSITIVE_INFINITY;
    meets = (command) => {
      if (command === 'PutItemCommand') puts += 1;
      if ((after -= 1) === 0) throw new Error('killed');
    };
    const died = await askNext(job, stage.asking).then(
      () => false,
      () => true,
    );
    meets = undefined;
    kills += died ? 1 : 0;
    most = Math.max(most, puts);
  }
  expect(kills).toBeGreaterThan(2);
  expect(most).toBeLessThanOrEqual(100);
  expect(await askedTo(callId)).toEqual([...people].sort());
  expect(await stage.board(callId, worker)).toMatchObject({ asked: 600, noAnswer: 600, asking: false });
  expect(told(callId).map(({ data }) => data)).toEqual([{ asked: 600 }]);
}, 120_000);

test('a record that comes again after the job moved on, or at the same time, asks nobody twice', async () => {
  const people = await stage.members(150);
  const callId = await stage.open(await stage.person(['worker']));
  const ids = { communityId: stage.communityId, callId };
  const first = (await stage.repo.jobs.job(ids))!;
  await Promise.all(Array.from({ length: 3 }, () => askNext(first, stage.asking)));
  await askNext(first, stage.asking);
  expect(await stage.repo.jobs.job(ids)).toMatchObject({ pages: 1, asked: 100 });
  const second = (await stage.repo.jobs.job(ids))!;
  await Promise.all(Array.from({ length: 3 }, () => askNext(second, stage.asking)));
  expect(await stage.repo.jobs.job(ids)).toMatchObject({ pages: 2, asked: 150, done: true });
  expect((await askedTo(callId)).length).toBe(people.length);
  expect(told(callId)).toHaveLength(1);
});

test('who joins later, does not count, took the consent back or called is not asked', async () => {
  const joined = (since: string) => stage.member({ since });
  const worker = await stage.member({}, ['worker']);
  const asked = [await stage.member(), await joined(stage.world.now.toISOString())];
  await joined(new Date(stage.world.now.getTime() + 1).toISOString());
  for (const state of ['asked', 'declined', 'moved', 'left', 'withdrawn'] as const) await stage.member({ state });
  await stage.member({ validUntil: stage.world.now.toISOString() });
  await stage.withdrawConsent(await stage.member());
  await stage.person();
  const callId = await stage.open(worker);
  stage.later(1);
  await joined(stage.world.now.toISOString());
  await stage.put('party', { ...partyKey(stage.communityId, stage.id()), state: 'nonsense' });
  await stage.flow(callId);
  expect(await askedTo(callId)).toEqual([...asked].sort());
});

test('members are matched by skill and building, and a secretary reaches the own branch alone', async () => {
  const made = {
    both: await stage.member({ skills: ['repair'], building: '3号楼' }),
    skill: await stage.member({ skills: ['repair', 'medical'], building: '5号楼' }),
    building: await stage.member({ building: '3栋' }),
    other: await stage.member({ branchId: 'B2', building: '3号楼' }),
  };
  const [worker, secretary] = [await stage.person(['worker']), await stage.secretary('B2')];
  const asks = async (as: string, more: object) => {
    const found = await askedTo(await stage.called(as, more));
    return Object.entries(made).flatMap(([name, personId]) => (found.includes(personId) ? [name] : []));
  };
  expect(await asks(worker, {})).toEqual(['both', 'skill', 'building', 'other']);
  expect(await asks(worker, { skills: ['repair'] })).toEqual(['both', 'skill']);
  expect(await asks(worker, { skills: ['medical', 'law'] })).toEqual(['skill']);
  expect(await asks(worker, { buildings: ['３号楼'] })).toEqual(['both', 'building', 'other']);
  expect(await asks(worker, { skills: ['repair'], buildings: ['3号楼'] })).toEqual(['both']);
  expect(await asks(secretary, {})).toEqual(['other']);
});

test('a call that is called off meanwhile asks nobody else', async () => {
  await stage.members(250);
  const worker = await stage.person(['worker']);
  const callId = await stage.open(worker);
  const ids = { communityId: stage.communityId, callId };
  await askNext((await stage.repo.jobs.job(ids))!, stage.asking);
  await stage.call('cancelCall', { callId, reason: '雨停了' }, { as: worker });
  expect(await stage.flow(callId)).toBe(1);
  expect(await stage.board(callId, worker)).toMatchObject({ asked: 100, asking: false });
});

test('the stream’s records: only a job that is not done is carried on, and the first that fails comes again', async () => {
  const asked = await stage.members(3);
  const callId = await stage.open(await stage.person(['worker']));
  const job = { ...(await stage.repo.jobs.job({ communityId: stage.communityId, callId })) } as Record<string, unknown>;
  const record = (item: Record<string, unknown>, SequenceNumber: string) => ({
    dynamodb: { SequenceNumber, Keys: { pk: { S: String(item['pk']) } }, NewImage: marshall(item) },
  });
  const bring = (...Records: unknown[]) => askMembers(stage.asking)({ Records } as DynamoDBStreamEvent);
  expect(await bring(record({ pk: askedPk(stage.communityId, callId), sk: 'x' }, '1'), { dynamodb: {} })).toEqual({
    batchItemFailures: [],
  });
  expect(await bring(record({ ...job, done: true }, '2'))).toEqual({ batchItemFailures: [] });
  expect(await askedTo(callId)).toEqual([]);
  meets = () => {
    throw new Error('no table');
  };
  expect(await bring(record(job, '3'), record(job, '4'))).toEqual({ batchItemFailures: [{ itemIdentifier: '3' }] });
  meets = undefined;
  await bring(record(job, '3'));
  expect(await askedTo(callId)).toEqual([...asked].sort());
  const { Items = [] } = await stage.client.send(
    new QueryCommand({
      TableName: 'calls',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': askedPk(stage.communityId, callId) },
    }),
  );
  // that somebody was asked is kept without a name
  expect(JSON.stringify(Items)).not.toMatch(/党员|邻居/);
});
