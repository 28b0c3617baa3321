import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LOCAL_ACCESS } from './engine';
import { startCloud } from './start';
import { CALLS, mapping, rule, writeAssembly } from './test-assembly';

const TABLE = 'test-data-garden1234ABCD';
const WRITERS = 16;

/** A command that writes its change and its event in one transaction; the event travels over the stream and the bus. */
const assembly = writeAssembly({
  functions: {
    index: {
      code: `${CALLS} exports.handler = async ({ pathParameters: { id } }) => {
      const item = (sk) => ({ Put: { TableName: process.env.TABLE, Item: { pk: { S: id }, sk: { S: sk } } } });
      await db('TransactWriteItems', { TableName: undefined, TransactItems: [item('change'), item('event')] });
      return { statusCode: 200, body: '{}' };
    };`,
    },
    dispatch: {
      code: `${CALLS} exports.handler = async ({ Records }) => {
      const ids = Records.filter(({ dynamodb }) => dynamodb.Keys.sk.S === 'event').map(({ dynamodb }) => dynamodb.Keys.pk.S);
      if (ids.length) await putEvents(...ids.map((id) => ({ Source: 'gongzhi', DetailType: 'changed', EventBusName: process.env.BUS_NAME, Detail: JSON.stringify({ id }) })));
    };`,
    },
    hear: { code: `${CALLS} exports.handler = async ({ detail }) => { await put(detail.id, 'heard'); };` },
  },
  routes: { 'POST /changes/{id}': 'index' },
  resources: {
    stream: mapping('dispatch'),
    heard: rule('hear', { EventBusName: { Ref: 'bus' }, EventPattern: { source: ['gongzhi'] } }),
  },
});
const options = { cdkOut: assembly.cdkOut, dir: join(assembly.dir, '.local'), fast: true };

/** The cloud as `npm start` runs it: a process of its own, leader of its process group. */
const spawnCloud = async (): Promise<{ child: ChildProcess; url: string }> => {
  const script = `import { startCloud } from ${JSON.stringify(join(__dirname, 'start.ts'))};
    const { url } = await startCloud(${JSON.stringify(options)}); process.send(url);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return { child, url: await new Promise((resolve) => child.once('message', resolve as (url: unknown) => void)) };
};

const sksOf = async (client: DynamoDBClient, id: string): Promise<string[]> => {
  const Keys = ['change', 'event', 'heard'].map((sk) => ({ pk: { S: id }, sk: { S: sk } }));
  const { Responses } = await client.send(new BatchGetItemCommand({ RequestItems: { [TABLE]: { Keys } } }));
  return (Responses?.[TABLE] ?? []).map(({ sk }) => sk?.S ?? '').sort();
};

describe('the process killed with -9 while 16 clients write', () => {
  afterAll(assembly.remove);

  it('loses no acknowledged change, leaves none without its event, and delivers every event after the restart', async () => {
    const { child, url } = await spawnCloud();
    const sent: string[] = [];
    const acknowledged = new Set<string>();
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; ; n += 1) {
        const id = `${writer}-${n}`;
        sent.push(id);
        const answer = await fetch(`${url}/changes/${id}`, { method: 'POST' });
        if (answer.ok) acknowledged.add(id);
        if (acknowledged.size === 400) process.kill(-(child.pid ?? 0), 'SIGKILL');
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    expect(ended.every(({ status }) => status === 'rejected')).toBe(true);

    const cloud = await startCloud(options);
    await cloud.idle();
    const client = new DynamoDBClient({ ...LOCAL_ACCESS, endpoint: cloud.engine.endpoint });
    const wrong: [string, string[]][] = [];
    for (const id of sent) {
      const sks = await sksOf(client, id);
      const want = sks.length > 0 || acknowledged.has(id) ? 'change,event,heard' : '';
      if (sks.join() !== want) wrong.push([id, sks]);
    }
    client.destroy();
    await cloud.stop();
    expect(acknowledged.size).toBeGreaterThanOrEqual(400);
    expect(wrong).toEqual([]);
  }, 180_000);
});
