import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { freePort, LOCAL_ACCESS, startEngine } from './engine';
import { createTables, type TableSpec } from './tables';

const writes: TableSpec = { name: 'writes', pk: 'pk', sk: 'sk', indexes: [] };
const clientOf = (endpoint: string) => new DynamoDBClient({ ...LOCAL_ACCESS, endpoint, maxAttempts: 1 });

/** One command and its event in one transaction, as every command of the house writes. */
const command = (pk: string) =>
  new TransactWriteItemsCommand({
    TransactItems: ['business', 'event'].map((sk) => ({
      Put: {
        TableName: 'writes',
        Item: { pk: { S: pk }, sk: { S: sk } },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    })),
  });

describe('the engine', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'gongzhi-engine-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('loses no acknowledged write and splits no transaction when it is killed while 16 clients write', async () => {
    const engine = await startEngine({ dir });
    const client = clientOf(engine.endpoint);
    await createTables(client, [writes]);
    const sent: string[] = [];
    const acknowledged: string[] = [];
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; ; n += 1) {
        const pk = `${writer}-${n}`;
        sent.push(pk);
        await client.send(command(pk));
        acknowledged.push(pk);
        if (acknowledged.length === 300) engine.kill();
      }
    };
    await Promise.allSettled(Array.from({ length: 16 }, (_, writer) => write(writer)));
    client.destroy();

    const again = await startEngine({ dir });
    const reader = clientOf(again.endpoint);
    const has = async (pk: string, sk: string) =>
      (await reader.send(new GetItemCommand({ TableName: 'writes', Key: { pk: { S: pk }, sk: { S: sk } } }))).Item !==
      undefined;
    const missing: string[] = [];
    const split: string[] = [];
    for (const pk of sent) {
      const [business, event] = await Promise.all([has(pk, 'business'), has(pk, 'event')]);
      if (business !== event) split.push(pk);
      if (!business && acknowledged.includes(pk)) missing.push(pk);
    }
    reader.destroy();
    await again.stop();
    expect(acknowledged.length).toBeGreaterThanOrEqual(300);
    expect({ missing, split }).toEqual({ missing: [], split: [] });
  });

  it('ends the engine that a killed parent left on the same file', async () => {
    const left = await startEngine({ dir });
    const gone = new Promise((resolve) => {
      const watch = (): Promise<unknown> => fetch(left.endpoint).then(watch, resolve);
      void watch();
    });
    const next = await startEngine({ dir });
    await gone;
    expect(Number(readFileSync(join(dir, 'engine.pid'), 'utf8'))).toBe(next.pid);
    await next.stop();
  });

  it('never ends a process that is not an engine on that file', async () => {
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(join(dir, 'engine.pid'), String(bystander.pid));
    const engine = await startEngine({ dir });
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
    bystander.kill();
    await engine.stop();
  });

  it('says that a port which was asked for is in use', async () => {
    const port = await freePort();
    const other = await new Promise<Server>((resolve) => {
      const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
    });
    await expect(startEngine({ port })).rejects.toThrow(`port ${port}`);
    await new Promise((closed) => other.close(closed));
  });

  it('leaves the work to another engine when DYNAMODB_ENDPOINT names one', async () => {
    process.env['DYNAMODB_ENDPOINT'] = 'http://127.0.0.1:8000';
    const engine = await startEngine();
    delete process.env['DYNAMODB_ENDPOINT'];
    expect([engine.endpoint, engine.pid]).toEqual(['http://127.0.0.1:8000', 0]);
  });
});
