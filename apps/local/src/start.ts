import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type Engine, LOCAL_ACCESS, startEngine } from './engine';
import { keepJournal } from './events/keep-journal';
import { createBus } from './events/put-events';
import { runClock } from './events/run-clock';
import { type Runnable, runQueue } from './events/run-queue';
import { runFunctions } from './functions/run-functions';
import { type Door, openDoor } from './http/open-door';
import { serveFiles } from './http/serve-files';
import { serveHttp } from './http/serve-http';
import { keepFile } from './keep-file';
import { keepLetters } from './keep-letters';
import type { Cloud, CloudOptions } from './model';
import { createPace } from './pace';
import { traceError } from './say-error';
import { fillSecrets, type Secrets, WECHAT } from './secrets/fill-secrets';
import { serveAws } from './serve-aws';
import { type Checkpoints, consumeStream } from './streams/consume-stream';
import { runStreams } from './streams/run-streams';
import { createTables } from './tables';
import { describeDeployment } from './template/describe-deployment';
import type { Deployment, StreamSpec } from './template/model';
import { startWechat } from './wechat/start-wechat';

/** What the parts share; `ends` undo what was started, the last first. */
interface House {
  options: CloudOptions;
  say: (line: string) => void;
  onError: (what: string, error: unknown) => void;
  /** A file of the data folder, or nothing when there is none. */
  kept: (name: string) => string | undefined;
  stopping: AbortController;
  ends: (() => unknown)[];
}

const createHouse = (options: CloudOptions): House => {
  const { dir, say = console.error } = options;
  const onError = (what: string, error: unknown) => say(`${what}: ${traceError(error)}`);
  return {
    options,
    say,
    onError,
    kept: (name) => (dir ? join(dir, name) : undefined),
    stopping: new AbortController(),
    ends: [],
  };
};

const startData = async ({ options: { dir }, ends }: House, { tables }: Deployment) => {
  const engine = await startEngine(dir ? { dir } : {});
  ends.push(() => engine.stop());
  const access = { ...LOCAL_ACCESS, endpoint: engine.endpoint, maxAttempts: 3 };
  const [db, streams] = [new DynamoDBClient(access), new DynamoDBStreamsClient(access)];
  ends.push(() => [db, streams].forEach((client) => client.destroy()));
  await createTables(db, tables);
  return { engine, db, streams };
};

const startFunctions = async (
  { options, say, onError, ends }: House,
  { functions: specs }: Deployment,
  engine: Engine,
) => {
  const aws = await openDoor();
  ends.push(() => aws.close());
  const running = runFunctions(specs, {
    engine,
    aws: aws.url,
    code: options.code,
    verbose: options.verbose ?? false,
    say,
  });
  for (const { name, error } of running.load()) onError(name, error);
  return { ...running, aws };
};

type Data = Awaited<ReturnType<typeof startData>>;
interface Started {
  deployment: Deployment;
  functions: ReadonlyMap<string, Runnable>;
  data: Data;
  aws: Door;
  secrets: Secrets;
}

const invokerOf = (functions: Started['functions'], { id, fn }: StreamSpec) => {
  const to = functions.get(fn);
  if (!to) throw new Error(`The mapping ${id} leads to ${fn}, which is not a function of the templates.`);
  return to.invoke;
};

/** Streams, bus and clock, and what they could not deliver. */
const startEvents = async (
  { options, say, onError, kept, stopping, ends }: House,
  { deployment, functions, data, aws, secrets }: Started,
) => {
  const pace = createPace(options.fast ?? false, stopping.signal);
  const letters = keepLetters(kept('dead-letters.jsonl'), ({ queue }) => say(`set aside: ${queue ?? 'no queue'}`));
  const queue = runQueue({ functions, letters, pace, onError, journal: keepJournal(kept('bus.jsonl')) });
  aws.open(
    serveAws({ bus: createBus(deployment.rules, queue), secrets: deployment.secrets, valueOf: secrets.valueOf }),
  );
  queue.resume();
  const clock = runClock(deployment.rules, queue, pace.clock);
  const tools = {
    db: data.db,
    streams: data.streams,
    checkpoints: keepFile<Checkpoints>(kept('checkpoints.json'), {}),
    letters,
    pace,
    onError,
  };
  const consumers = await Promise.all(
    deployment.streams.map((spec) => consumeStream(spec, invokerOf(functions, spec), tools)),
  );
  const streams = runStreams(consumers, pace, stopping.signal, (error) => onError('streams', error));
  ends.push(
    () => queue.settle(),
    () => streams.ended,
    () => clock.stop(),
    () => stopping.abort(),
  );
  const idle = async (): Promise<void> => {
    const [read, ran] = [await streams.drain(), await queue.settle()];
    if (read || ran) await idle();
  };
  return { letters, clock, idle };
};

const startAll = async (house: House, door: Door, secrets: Secrets): Promise<Cloud> => {
  const { options, onError, ends, stopping } = house;
  const wechat = await startWechat({ seed: { ...WECHAT, ...options.wechat } });
  ends.push(() => wechat.stop());
  const parameters = { TokenPublicKeys: secrets.publicKeys, WebOrigin: door.url, WechatBaseUrl: wechat.url };
  const deployment = describeDeployment(options.cdkOut, parameters);
  const unknown = deployment.secrets.find(({ name }) => secrets.valueOf(name) === undefined);
  if (unknown)
    throw new Error(`apps/local/src/secrets/fill-secrets.ts does not say what the secret ${unknown.name} holds.`);
  const data = await startData(house, deployment);
  const { functions, reload, aws } = await startFunctions(house, deployment, data.engine);
  const { letters, clock, idle } = await startEvents(house, { deployment, functions, data, aws, secrets });
  const invokes = new Map([...functions].map(([name, { invoke }]) => [name, invoke]));
  const files = options.h5Dir ? serveFiles(options.h5Dir) : async () => false;
  door.open(
    serveHttp({
      routes: deployment.routes,
      cors: deployment.cors,
      functions: invokes,
      files,
      dev: wechat.url,
      onError,
    }),
  );
  const kill = () => {
    stopping.abort();
    data.engine.kill();
    for (const each of [door, aws]) each.slam();
    clock.stop();
    void wechat.stop();
  };
  const stop = async () => {
    stopping.abort();
    await door.close();
    await endAll(house);
  };
  return {
    url: door.url,
    wechat,
    engine: data.engine,
    deployment,
    openingKey: secrets.openingKey,
    tick: clock.tick,
    idle,
    reload,
    letters: letters.list,
    stop,
    kill,
  };
};

const endAll = async ({ ends }: House): Promise<void> => {
  for (const end of ends.splice(0).reverse()) await end();
};

/** Runs the synthesized deployment on this computer and resolves when it answers at `url`. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const house = createHouse(options);
  const door = await openDoor(options.port);
  try {
    return await startAll(house, door, fillSecrets(house.kept('secrets.json')));
  } catch (error) {
    await Promise.all([door.close(), endAll(house)]);
    throw error;
  }
};
