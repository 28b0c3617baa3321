import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LOCAL_ACCESS } from '../engine';
import { keepFile } from '../keep-file';
import { keepLetters } from '../keep-letters';
import { createPace } from '../pace';
import type { StreamSpec } from '../template/model';
import { startTables, type TestTables } from '../test-tables';
import { type Checkpoints, consumeStream } from './consume-stream';
import type { StreamRecord } from './deliver-batch';

const SPEC: StreamSpec = {
  id: 'mapping',
  table: 'notes',
  fn: 'read-notes',
  batch: 2,
  startAt: 'TRIM_HORIZON',
  retries: 1,
  maxAgeMs: 60_000,
  bisect: true,
  partial: true,
  onFailure: 'arn:dead',
};

describe('the stream of a table', () => {
  let engine: TestTables;
  let streams: DynamoDBStreamsClient;
  let checkpoints = keepFile<Checkpoints>(undefined, {});
  let seen: StreamRecord[] = [];
  const errors: string[] = [];
  const letters = keepLetters(undefined, () => undefined);
  beforeAll(async () => {
    engine = await startTables([{ name: 'notes', pk: 'pk', sk: 'sk', indexes: [], stream: 'NEW_IMAGE' }]);
    streams = new DynamoDBStreamsClient({ ...LOCAL_ACCESS, endpoint: engine.endpoint });
  });
  afterAll(async () => {
    streams.destroy();
    await engine.stop();
  });
  const put = (sk: string) =>
    engine.client.send(
      new PutItemCommand({
        TableName: 'notes',
        Item: { pk: { S: 'p' }, sk: { S: sk }, data: { B: Buffer.from('hé') }, n: { N: '7' } },
      }),
    );
  const invoke = async (event: unknown) => {
    const { Records } = event as { Records: StreamRecord[] };
    seen.push(...Records);
    const bad = Records.find(({ dynamodb }) => (dynamodb['Keys'] as { sk: { S: string } }).sk.S === 'poison');
    return { batchItemFailures: bad ? [{ itemIdentifier: bad.dynamodb.SequenceNumber }] : [] };
  };
  const consume = (spec: Partial<StreamSpec> = {}) =>
    consumeStream({ ...SPEC, ...spec }, invoke, {
      db: engine.client,
      streams,
      checkpoints,
      letters,
      pace: createPace(true, new AbortController().signal),
      onError: (_, error) => void errors.push(String(error)),
    });
  const keys = () => seen.map(({ dynamodb }) => (dynamodb['Keys'] as { sk: { S: string } }).sk.S);

  it('is handed over as Lambda hands it over', async () => {
    await put('1');
    await (await consume()).drain();
    expect(seen).toEqual([
      {
        eventID: expect.any(String),
        eventName: 'INSERT',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: expect.any(String),
        eventSourceARN: expect.stringContaining('table/notes/stream/'),
        dynamodb: {
          ApproximateCreationDateTime: expect.any(Number),
          Keys: { pk: { S: 'p' }, sk: { S: '1' } },
          SequenceNumber: expect.any(String),
          NewImage: {
            pk: { S: 'p' },
            sk: { S: '1' },
            data: { B: Buffer.from('hé').toString('base64') },
            n: { N: '7' },
          },
          SizeBytes: expect.any(Number),
          StreamViewType: 'NEW_IMAGE',
        },
      },
    ]);
  });

  it('goes on where an earlier reader stopped', async () => {
    seen = [];
    await put('2');
    await put('3');
    await engine.client.send(new DeleteItemCommand({ TableName: 'notes', Key: { pk: { S: 'p' }, sk: { S: '3' } } }));
    const consumer = await consume();
    expect([await consumer.drain(), await consumer.drain()]).toEqual([true, false]);
    expect([keys(), seen.map(({ eventName }) => eventName)]).toEqual([
      ['2', '3', '3'],
      ['INSERT', 'INSERT', 'REMOVE'],
    ]);
  });

  it('puts a poisoned record on the dead-letter queue and goes on', async () => {
    seen = [];
    for (const sk of ['4', 'poison', '5']) await put(sk);
    await (await consume()).drain();
    expect(keys().at(-1)).toBe('5');
    expect(letters.list()).toMatchObject([
      {
        queue: 'arn:dead',
        body: {
          requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
          DDBStreamBatchInfo: { batchSize: 1 },
        },
      },
    ]);
  });

  it('is read from its end by a mapping that starts at LATEST', async () => {
    seen = [];
    const consumer = await consume({ id: 'late', startAt: 'LATEST' });
    await put('6');
    await consumer.drain();
    expect(keys()).toEqual(['6']);
  });

  it('is read from its beginning when the table was made anew, whatever an old checkpoint says', async () => {
    seen = [];
    const [old = ''] = Object.keys(checkpoints.read());
    checkpoints = keepFile<Checkpoints>(undefined, { [old.replace(/stream\/\S+/, 'stream/old')]: '99' });
    await (await consume()).drain();
    expect(keys()[0]).toBe('1');
  });
});
