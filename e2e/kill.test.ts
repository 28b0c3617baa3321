import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api } from '@gongzhi/local/demo/api';
import { startCloud } from '@gongzhi/local/start';
import { assemble, type Cast } from './kill-cast';
import { figuresOf, recordOf, tracesOf } from './kill-traces';
import { send, writersOf, type Intent } from './kill-writers';
import { ask, saysOf, type Heard } from './knock';
import { readEngine, type Engine } from './read-engine';
import { HERE, optionsFor, STREET } from './town';

const { councils, ledger } = api;
const START = join(__dirname, '../apps/local/src/start.ts');
/** Acknowledged writes after which the power fails, each time. */
const ACKNOWLEDGED = 150;

jest.setTimeout(240_000);

const dir = mkdtempSync(join(tmpdir(), 'gongzhi-kill-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Started {
  child: ChildProcess;
  url: string;
  openingKey: string;
}
/** The cloud as `npm start` runs it, leader of its process group; `processes` answer requests beside each other. */
const spawnCloud = async (processes: number): Promise<Started> => {
  const script = `import { startCloud } from ${JSON.stringify(START)};
    const { url, openingKey } = await startCloud(${JSON.stringify({ ...optionsFor(dir), processes })});
    process.send({ url, openingKey });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
  const said = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the cloud ended (${code}) before it answered`)));
  });
  return { child, ...(said as { url: string; openingKey: string }) };
};

/** `work` on each of them, sixteen at a time, results in their order. */
const inTurns = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += 16)
    results.push(...(await Promise.all(items.slice(at, at + 16).map(work))));
  return results;
};

const sent: Intent[] = [];
const unwelcome: string[] = [];
/** What each writer was about when the power failed. */
const broken = new Map<number, Intent>();

/** Done; or its phone code lapsed; or it was told to come again later, as on any busy computer, and does under the same key. */
const mayBe = (one: Intent, heard: Heard): boolean =>
  heard.status === 200 || one.lapsed === true || saysOf(heard) === '503 BUSY';

/** Sixteen clients write, one thing after another, until the process group is killed. */
const writeUntilKilled = async (
  { child, url }: Started,
  cast: Cast,
  writers: readonly Iterator<Intent, void>[],
): Promise<void> => {
  let acknowledged = 0;
  const hear = (one: Intent, heard: Heard) => {
    if (!mayBe(one, heard)) unwelcome.push(`${one.route.method} ${one.route.path} ${saysOf(heard)}`);
    if (one.route === councils.fileProposal && one.answer?.['state'] === 'published')
      cast.board.push({ proposalId: String(one.answer['id']), authorId: one.actor.personId });
    acknowledged += 1;
    if (acknowledged === ACKNOWLEDGED) process.kill(-(child.pid ?? 0), 'SIGKILL');
  };
  const write = async (n: number): Promise<never> => {
    for (;;) {
      const one = broken.get(n) ?? writers[n]?.next().value;
      if (!one) throw new Error(`writer ${n} has nothing left to do`);
      if (!broken.has(n)) sent.push(one);
      broken.set(n, one);
      const heard = await send(url, one);
      broken.delete(n);
      hear(one, heard);
    }
  };
  const ended = await Promise.allSettled(writers.map((_, n) => write(n)));
  expect(ended.map(({ status }) => status)).toEqual(writers.map(() => 'rejected'));
  expect(acknowledged).toBeGreaterThanOrEqual(ACKNOWLEDGED);
};

type Checkpoints = Record<string, string>;
const checkpoints = () => JSON.parse(readFileSync(join(dir, 'data/checkpoints.json'), 'utf8')) as Checkpoints;

describe('the process group killed with -9, twice, while 16 clients write', () => {
  let cast: Cast;
  let cloud: Awaited<ReturnType<typeof startCloud>>;
  let engine: Engine;
  let before: Checkpoints;
  /** Intents that reached the wire. */
  const tried = () => sent.filter(({ fields }) => fields);
  const pending = () => tried().filter(({ answer, lapsed }) => !answer && !lapsed);

  beforeAll(async () => {
    const first = await spawnCloud(0);
    cast = await assemble(first.url, first.openingKey);
    const writers = writersOf(cast);
    await writeUntilKilled(first, cast, writers);
    await writeUntilKilled(await spawnCloud(2), cast, writers);
    before = checkpoints();
    cloud = await startCloud(optionsFor(dir));
    engine = readEngine(cloud);
  });
  afterAll(() => cloud?.stop());

  it('refused nobody and was heard by all kinds of writers', () => {
    const kinds = new Set(tried().flatMap(({ route, answer }) => (answer ? [route.path] : [])));
    expect([unwelcome, kinds.size]).toEqual([[], 7]);
  });

  it('lost no acknowledged write, and left no change without its event and no event without its change', async () => {
    const looked = await inTurns(tried(), async (one) => {
      const record = await recordOf(engine, one);
      const traces = await tracesOf(engine, one, record);
      return { one, record, stands: traces.filter(Boolean).length, wanted: record ? traces.length : 0 };
    });
    const half = looked.filter(({ stands, wanted }) => stands !== wanted);
    expect(half.map(({ one, stands, wanted }) => `${one.route.path}: ${stands} of ${wanted} changes`)).toEqual([]);
    const heard = looked.filter(({ one }) => one.answer);
    expect(heard.map(({ record }) => record?.['answer'])).toEqual(heard.map(({ one }) => one.answer));
    const written = looked.filter(({ one, record }) => !one.answer && record).length;
    console.log(
      `${looked.length} writes, ${looked.length - heard.length} without an answer, ${written} of them written`,
    );
  });

  it('keeps every figure equal to what it counts once the streams are read to their end', async () => {
    await cloud.idle();
    const figures = Object.entries(await figuresOf(engine, cast));
    expect(figures.length).toBeGreaterThan(20);
    expect(figures.filter(([, line]) => new Set(line).size !== 1)).toEqual([]);
    expect(cloud.letters()).toEqual([]);
  });

  it('goes on with the streams where they were, and every event reaches its listener', async () => {
    const after = checkpoints();
    expect(Object.keys(before).length).toBeGreaterThanOrEqual(2);
    for (const [name, sequence] of Object.entries(before))
      expect(BigInt(after[name] ?? 0)).toBeGreaterThanOrEqual(BigInt(sequence));
    const opened = (await engine.under('directory', `${STREET}#communities`)).map(({ sk }) => String(sk));
    const settled = await Promise.all(opened.map((id) => engine.get('councils', `${id}#settings`, 'settings')));
    expect(settled.every(Boolean)).toBe(true);
    expect(opened.length).toBeGreaterThan(2);
  });

  it('does what was not done when it is sent again, and answers everything else as the first time, twice over', async () => {
    await inTurns(pending(), (one) => send(cloud.url, one));
    expect(pending().map(({ route }) => route.path)).toEqual([]);
    await cloud.idle();
    const figures = await figuresOf(engine, cast);
    const done = tried().filter(({ answer }) => answer);
    const repeated = (await inTurns(done, (one) => Promise.all([send(cloud.url, one), send(cloud.url, one)]))).flat();
    expect(repeated.map(({ body }) => body)).toEqual(done.flatMap(({ answer }) => [answer, answer]));
    const told = done.flatMap(({ route }) => (route.ownRecord ? [null, null] : ['true', 'true']));
    expect(repeated.map(({ headers }) => headers.get('idempotent-replayed'))).toEqual(told);
    await cloud.idle();
    expect(await figuresOf(engine, cast)).toEqual(figures);
  });

  it('tells each proposal’s history in full, one event for each act', async () => {
    const acts = new Map<string, number>(cast.board.slice(0, 2).map(({ proposalId }) => [proposalId, 1]));
    const count = (id: unknown) => acts.set(String(id), (acts.get(String(id)) ?? 0) + 1);
    for (const { route, fields, answer } of tried()) {
      if (route === councils.fileProposal) count(answer?.['id']);
      if (route === councils.supportProposal || route === councils.addPoint) count(fields?.['proposalId']);
    }
    const found = await inTurns([...acts.keys()], historyOf);
    expect(found).toEqual([...acts.values()]);
  });

  const historyOf = async (subjectId: string): Promise<number> => {
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const { body } = await ask(cloud.url, ledger.readHistory, {
        communityId: HERE,
        subjectId,
        ...(cursor ? { cursor } : {}),
      });
      const page = body as { items: { id: string }[]; next?: string };
      for (const { id } of page.items) ids.add(id);
      cursor = page.next;
    } while (cursor);
    return ids.size;
  };
});
