import { resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type Engine, LOCAL_ACCESS, startEngine } from './engine';
import { runFunctions } from './functions/run-functions';
import { answerDoor, type Brief } from './http/answer-door';
import { type Door, openDoor } from './http/open-door';
import { type Crew, shareDoor } from './http/share-door';
import type { Cloud, CloudOptions } from './model';
import { endAll, type House, openHouse } from './open-house';
import { serveS3 } from './s3/serve-s3';
import { fillSecrets, PUSH, type Secrets, WECHAT } from './secrets/fill-secrets';
import { type Started, startEvents } from './start-events';
import { createTables } from './tables';
import { describeDeployment } from './template/describe-deployment';
import { dropStream } from './template/drop-stream';
import type { Deployment } from './template/model';
import { LOCAL_CONFIGURATION, LOCAL_TEMPLATES } from './wechat/local-templates';
import { startWechat } from './wechat/start-wechat';

const startData = async ({ options: { dir }, ends }: House, { tables }: Deployment) => {
  const engine = await startEngine(dir ? { dir } : {});
  ends.push(() => engine.stop());
  const access = { ...LOCAL_ACCESS, endpoint: engine.endpoint, maxAttempts: 3 };
  const [db, streams] = [new DynamoDBClient(access), new DynamoDBStreamsClient(access)];
  ends.push(() => [db, streams].forEach((client) => client.destroy()));
  await createTables(db, tables);
  return { engine, db, streams };
};

/** Files, behind a door of their own as S3 is another host; by the functions' clock, for they sign by it. */
const startFiles = async ({ kept, ends }: House, { buckets }: Deployment) => {
  const door = await openDoor();
  ends.push(() => door.close());
  let ahead = 0;
  const store = serveS3({ buckets, dir: kept('files'), now: () => new Date(Date.now() + ahead) });
  door.open(store.listener);
  const setAhead = (ms: number) => {
    ahead = ms;
  };
  return { door, setAhead, meet: store.meet };
};

const startFunctions = async (
  { options, say, onError, ends, bell }: House,
  deployment: Deployment,
  at: { engine: Engine; dev: string; files: string },
) => {
  const aws = await openDoor();
  ends.push(() => aws.close());
  const { code, h5Dir, verbose = false } = options;
  const { routes, cors, functions } = deployment;
  const place = { code: code && resolve(code), h5Dir: h5Dir && resolve(h5Dir) };
  const brief: Brief = {
    routes,
    cors,
    functions,
    endpoint: at.engine.endpoint,
    aws: aws.url,
    files: at.files,
    verbose,
    dev: at.dev,
    ...place,
  };
  const running = runFunctions(functions, { ...brief, say, onEnd: bell.ring });
  for (const { name, error } of options.lazy ? [] : running.load()) onError(name, error);
  return { ...running, aws, brief };
};

/** Opens the door with functions that run here, or in processes of their own. */
const answer = async (
  { options: { processes = 0 }, say, onError, ends }: House,
  door: Door,
  brief: Brief,
  functions: Started['functions'],
): Promise<Crew> => {
  if (processes === 0) {
    door.open(answerDoor(brief, functions, onError));
    return { reload: () => undefined, setAhead: () => undefined, dismiss: () => undefined };
  }
  const crew = await shareDoor(door, processes, brief, say);
  ends.push(crew.dismiss);
  return crew;
};

/** Saves the address WeChat pushes to, as somebody does in the console, where the deployment has one: it must echo. */
const listenToPushes = async (
  { onError }: House,
  wechat: Awaited<ReturnType<typeof startWechat>>,
  { functions }: Deployment,
  url: string,
) => {
  if (!functions.some(({ entry }) => entry === 'notices/index')) return;
  const settings = { url: `${url}/notices/push`, ...PUSH, format: 'xml', mode: 'safe' } as const;
  await wechat.control.setCallback(settings).catch((error: unknown) => onError('notices-push', error));
};

const startAll = async (house: House, door: Door, secrets: Secrets): Promise<Cloud> => {
  const { options, ends, stopping } = house;
  const wechat = await startWechat({ seed: { ...WECHAT, templates: LOCAL_TEMPLATES, ...options.wechat } });
  ends.push(() => wechat.stop());
  const parameters = {
    TokenPublicKeys: secrets.publicKeys,
    ListKeyFingerprint: secrets.listKey,
    WebOrigin: door.url,
    WechatBaseUrl: wechat.url,
    SubscribeTemplates: LOCAL_CONFIGURATION,
  };
  const described = describeDeployment(options.cdkOut, parameters);
  const deployment = options.unstreamed ? dropStream(described, options.unstreamed) : described;
  const unknown = deployment.secrets.find(({ name }) => secrets.valueOf(name) === undefined);
  if (unknown)
    throw new Error(`apps/local/src/secrets/fill-secrets.ts does not say what the secret ${unknown.name} holds.`);
  const data = await startData(house, deployment);
  const files = await startFiles(house, deployment);
  const { functions, reload, setAhead, aws, brief } = await startFunctions(house, deployment, {
    engine: data.engine,
    ...{ dev: wechat.url, files: files.door.url },
  });
  const { letters, clock, idle } = await startEvents(house, { deployment, functions, data, aws, secrets });
  const crew = await answer(house, door, brief, functions);
  await listenToPushes(house, wechat, deployment, door.url);
  const kill = () => {
    stopping.abort();
    data.engine.kill();
    for (const each of [door, aws, files.door]) each.slam();
    clock.stop();
    crew.dismiss();
    void wechat.stop();
  };
  const stop = async () => {
    stopping.abort();
    crew.dismiss();
    await door.close();
    await endAll(house);
  };
  return {
    url: door.url,
    wechat,
    files: { url: files.door.url, meet: files.meet },
    engine: data.engine,
    deployment,
    openingKey: secrets.openingKey,
    tick: clock.tick,
    idle,
    setAhead: (ms) => [setAhead, crew.setAhead, files.setAhead].forEach((each) => each(ms)),
    reload: () => [reload, crew.reload].forEach((each) => each()),
    letters: letters.list,
    stop,
    kill,
  };
};

/** Runs the synthesized deployment on this computer and resolves when it answers at `url`. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const house = openHouse(options);
  const door = await openDoor(options.port);
  try {
    return await startAll(house, door, fillSecrets(house.kept('secrets.json')));
  } catch (error) {
    await Promise.all([door.close(), endAll(house)]);
    throw error;
  }
};
