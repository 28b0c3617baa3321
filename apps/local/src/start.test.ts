import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { LOCAL_ACCESS } from './engine';
import type { Cloud } from './model';
import { startCloud } from './start';
import { CALLS, mapping, rule, type TestDeployment, writeAssembly } from './test-assembly';

const GARDEN: TestDeployment = {
  functions: {
    index: {
      code: `${CALLS}
        let calls = 0;
        const routes = {
          'POST /gardens/{gardenId}': async (event) => { await put('garden', event.pathParameters.gardenId); return { statusCode: 201, body: JSON.stringify({ calls: ++calls }) }; },
          'GET /secret': async () => call(process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER, 'secretsmanager.GetSecretValue', { SecretId: process.env.SECRET }),
          'GET /unknown-secret': async () => call(process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER, 'secretsmanager.GetSecretValue', { SecretId: 'other' }),
          'GET /environment': async () => ({ own: process.env.AWS_LAMBDA_FUNCTION_NAME, region: process.env.AWS_REGION, home: process.env.HOME ?? null, keys: JSON.parse(process.env.KEYS).keys[0].kty }),
          'GET /now': () => ({ now: Date.now() }),
          'GET /broken': async () => { throw new Error('no roots'); },
          'GET /slow': () => new Promise(() => {}),
        };
        exports.handler = (event) => routes[event.routeKey](event);`,
      env: { KEYS: { Ref: 'TokenPublicKeys' } },
      properties: { Timeout: 1 },
    },
    dispatch: {
      code: `${CALLS} exports.handler = async ({ Records }) => {
        const fresh = Records.filter(({ dynamodb }) => dynamodb.Keys.pk.S === 'garden');
        if (fresh.length) await putEvents(...fresh.map(({ dynamodb }) => ({ Source: 'gongzhi', DetailType: 'garden.planted', EventBusName: process.env.BUS_NAME, Detail: JSON.stringify({ id: dynamodb.NewImage.sk.S }) })));
      };`,
    },
    hear: {
      code: `${CALLS} exports.handler = async (event) => { if (event.detail.id === 'poison') throw new Error('cannot hear'); await put('heard', event.detail.id); };`,
    },
    settle: { code: `${CALLS} exports.handler = async (event) => { await put('settled', event.source); };` },
  },
  routes: Object.fromEntries(
    [
      'POST /gardens/{gardenId}',
      'GET /secret',
      'GET /unknown-secret',
      'GET /environment',
      'GET /now',
      'GET /broken',
      'GET /slow',
    ].map((key) => [key, 'index']),
  ),
  resources: {
    stream: mapping('dispatch'),
    heard: rule('hear', {
      EventBusName: { Ref: 'bus' },
      EventPattern: { source: ['gongzhi'], 'detail-type': ['garden.planted'] },
    }),
    clock: rule('settle', { ScheduleExpression: 'rate(1 minute)' }),
  },
};

const has = async ({ engine }: Cloud, pk: string, sk: string): Promise<boolean> => {
  const client = new DynamoDBClient({ ...LOCAL_ACCESS, endpoint: engine.endpoint });
  const { Item } = await client.send(
    new GetItemCommand({ TableName: 'test-data-garden1234ABCD', Key: { pk: { S: pk }, sk: { S: sk } } }),
  );
  client.destroy();
  return Item !== undefined;
};
const plant = (cloud: Cloud, id: string) => fetch(`${cloud.url}/gardens/${id}`, { method: 'POST', body: '{}' });

describe('the local cloud', () => {
  const assembly = writeAssembly(GARDEN);
  const said: string[] = [];
  const options = { cdkOut: assembly.cdkOut, fast: true, say: (line: string) => void said.push(line) };
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud(options);
  });
  afterAll(async () => {
    await cloud.stop();
    assembly.remove();
  });
  const json = async (path: string) => (await fetch(cloud.url + path)).json() as Promise<Record<string, unknown>>;

  it('carries a change from its request over the stream and the bus to whoever listens', async () => {
    const answer = await plant(cloud, 'g1');
    expect([answer.status, await answer.json()]).toEqual([201, { calls: 1 }]);
    await cloud.idle();
    expect(await has(cloud, 'heard', 'g1')).toBe(true);
  });

  it('loads a function once', async () => expect(await (await plant(cloud, 'g2')).json()).toEqual({ calls: 2 }));

  it('gives each function its own environment and nothing of this computer’s', async () =>
    expect(await json('/environment')).toEqual({ own: 'test-index', region: 'local', home: null, keys: 'OKP' }));

  it('answers for a secret of the template and no other', async () => {
    const { Name, SecretString } = await json('/secret');
    expect([Name, JSON.parse(String(SecretString))]).toEqual([
      'gongzhi/test/pepper',
      { v: 1, pepper: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
    expect((await fetch(`${cloud.url}/unknown-secret`)).status).toBe(500);
    expect(said.some((line) => line.includes('ResourceNotFoundException'))).toBe(true);
  });

  it('answers a bare 500 when a function throws, and tells the developer why', async () => {
    const answer = await fetch(`${cloud.url}/broken`);
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect(said.some((line) => line.includes('GET /broken: Error: no roots'))).toBe(true);
  });

  it('ends a function that takes longer than its template allows', async () => {
    expect((await fetch(`${cloud.url}/slow`)).status).toBe(500);
    expect(said.some((line) => line.includes('test-index timed out after 1.00 seconds'))).toBe(true);
  });

  it('fires schedules when told', async () => {
    await cloud.tick();
    expect(await has(cloud, 'settled', 'aws.events')).toBe(true);
  });

  it('moves the functions’ clock when told, and nobody else’s', async () => {
    for (const ahead of [-1_400_000_000, 0]) {
      cloud.setAhead(ahead);
      expect(Math.abs(Number((await json('/now'))['now']) - Date.now() - ahead)).toBeLessThan(5_000);
    }
  });

  it('sets an event aside that its listener cannot handle, after the retries of the template', async () => {
    await plant(cloud, 'poison');
    await cloud.idle();
    expect(cloud.letters()).toEqual([
      {
        queue: 'arn:aws:sqs:local:000000000000:test-dead',
        at: expect.any(String),
        body: expect.objectContaining({
          requestContext: expect.objectContaining({ condition: 'RetriesExhausted', approximateInvokeCount: 3 }),
          requestPayload: expect.objectContaining({ source: 'gongzhi', detail: { id: 'poison' } }),
          responsePayload: { errorMessage: 'cannot hear' },
        }),
      },
    ]);
  });

  it('passes the pages of the WeChat stand-in on', async () =>
    expect((await fetch(`${cloud.url}/dev/people`)).status).toBe(200));

  it('says in plain words that its port is in use', async () => {
    const port = Number(new URL(cloud.url).port);
    await expect(startCloud({ ...options, port })).rejects.toThrow(`Port ${port} is in use`);
  });

  it('names a secret of the template that it does not know how to fill', async () => {
    const strange = writeAssembly({
      data: { salt: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'gongzhi/test/salt' } } },
    });
    await expect(startCloud({ ...options, cdkOut: strange.cdkOut })).rejects.toThrow(
      'does not say what the secret gongzhi/test/salt holds',
    );
    strange.remove();
  });

  it('leaves nothing running when a part cannot start', async () => {
    await expect(startCloud({ ...options, cdkOut: '/nowhere' })).rejects.toThrow('npm run synth');
  });
});

describe('the local cloud, answering in two processes', () => {
  const assembly = writeAssembly(GARDEN);
  const said: string[] = [];
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud({
      cdkOut: assembly.cdkOut,
      fast: true,
      processes: 2,
      say: (line) => void said.push(line),
    });
  }, 30_000);
  afterAll(async () => {
    await cloud.stop();
    assembly.remove();
  });

  it('hands connections to both, which keep nothing in common', async () => {
    const calls = await Promise.all(
      [0, 1].map(async (n) => {
        const answer = await fetch(`${cloud.url}/gardens/p${n}`, { method: 'POST', headers: { connection: 'close' } });
        return (await answer.json()) as { calls: number };
      }),
    );
    expect(calls).toEqual([{ calls: 1 }, { calls: 1 }]);
  });

  it('moves the clock of both', async () => {
    cloud.setAhead(1_400_000_000);
    for (let n = 0; n < 2; n += 1) {
      const answer = await fetch(`${cloud.url}/now`, { headers: { connection: 'close' } });
      expect(((await answer.json()) as { now: number }).now).toBeGreaterThan(Date.now() + 1_300_000_000);
    }
  });

  it('carries their changes on as its own', async () => {
    await cloud.idle();
    expect([await has(cloud, 'heard', 'p0'), await has(cloud, 'heard', 'p1')]).toEqual([true, true]);
  });

  it('hears what went wrong in them', async () => {
    expect((await fetch(`${cloud.url}/broken`)).status).toBe(500);
    // what a process says and what it answers come by two ways
    const heard = () => said.some((line) => line.includes('GET /broken: Error: no roots'));
    while (!heard()) await new Promise((done) => setTimeout(done, 5));
  });
});

describe('the local cloud, stopped and started again', () => {
  const assembly = writeAssembly(GARDEN);
  const options = { cdkOut: assembly.cdkOut, dir: `${assembly.dir}/.local`, fast: true, say: () => undefined };
  afterAll(assembly.remove);

  it('keeps its data and its secrets, and delivers what it had not', async () => {
    const first = await startCloud(options);
    await first.idle();
    await plant(first, 'kept');
    const { openingKey } = first;
    first.kill();
    const second = await startCloud(options);
    await second.idle();
    expect([await has(second, 'garden', 'kept'), await has(second, 'heard', 'kept'), second.openingKey]).toEqual([
      true,
      true,
      openingKey,
    ]);
    await second.stop();
  });

  it('does not deliver again what it had', async () => {
    const counted = writeAssembly({
      ...GARDEN,
      functions: {
        ...GARDEN.functions,
        dispatch: {
          code: `${CALLS} let n = 0; exports.handler = async ({ Records }) => { for (const r of Records) if (r.dynamodb.Keys.pk.S === 'garden') await put('seen-' + r.dynamodb.Keys.sk.S, String(process.hrtime.bigint())); };`,
        },
      },
    });
    const own = { ...options, cdkOut: counted.cdkOut, dir: `${counted.dir}/.local` };
    const first = await startCloud(own);
    await plant(first, 'once');
    await first.idle();
    await first.stop();
    const second = await startCloud(own);
    await plant(second, 'twice');
    await second.idle();
    const client = new DynamoDBClient({ ...LOCAL_ACCESS, endpoint: second.engine.endpoint });
    const seen = async (id: string) =>
      (
        await client.send(
          new QueryCommand({
            TableName: 'test-data-garden1234ABCD',
            KeyConditionExpression: 'pk = :p',
            ExpressionAttributeValues: { ':p': { S: `seen-${id}` } },
          }),
        )
      ).Count;
    expect([await seen('once'), await seen('twice')]).toEqual([1, 1]);
    client.destroy();
    await second.stop();
    counted.remove();
  });
});
