import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Engine {
  endpoint: string;
  /** The engine's own process; 0 when DYNAMODB_ENDPOINT names one that runs elsewhere. */
  pid: number;
  stop(): Promise<void>;
  /** kill -9, as a power cut would: what was acknowledged must be there afterwards. */
  kill(): void;
}

/** What any SDK client needs to talk to this computer's cloud: the engine accepts every signature. */
export const LOCAL_ACCESS = { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const enginePackage = () => `@dynoxide/${process.platform}-${process.arch}`;

const engineBinary = (): string => {
  const name = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
  const places = createRequire(import.meta.url).resolve.paths(enginePackage()) ?? [];
  const found = places.map((place) => join(place, enginePackage(), name)).find(existsSync);
  if (found) return found;
  throw new Error(
    `缺少数据引擎：请运行 npm install --no-save ${enginePackage()}@1.2.1，或用 DYNAMODB_ENDPOINT 指向 DynamoDB Local。\n` +
      `The data engine is missing: run npm install --no-save ${enginePackage()}@1.2.1, or set DYNAMODB_ENDPOINT to a DynamoDB Local.`,
  );
};

const commandOf = (pid: string): string => {
  try {
    return execFileSync('ps', ['-p', pid, '-o', 'command='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
};

/** A parent killed with -9 leaves its engine behind, still holding the file: two engines must never share one. */
const endPrevious = (dir: string): void => {
  const note = join(dir, 'engine.pid');
  if (!existsSync(note)) return;
  const pid = readFileSync(note, 'utf8').trim();
  if (/^\d+$/.test(pid) && commandOf(pid).includes(join(dir, 'engine.db'))) process.kill(Number(pid), 'SIGKILL');
};

/** True once the engine says it listens; false when it ends first (its port was taken meanwhile). */
const listens = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve(false));
    child.stderr?.on('data', (text: Buffer) => text.includes('listening') && resolve(true));
  });

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    (r) => r.ok,
    () => new Promise((again) => setTimeout(() => again(answers(endpoint)), 10)),
  );

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

const launch = async (dir: string | undefined, port: number): Promise<Engine | undefined> => {
  const file = dir ? ['--db-path', join(dir, 'engine.db')] : [];
  const child = spawn(engineBinary(), ['serve', '--host', '127.0.0.1', '--port', String(port), ...file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TOKIO_WORKER_THREADS: '1' },
  });
  const lastResort = () => child.kill('SIGKILL');
  process.once('exit', lastResort);
  child.once('exit', () => process.removeListener('exit', lastResort));
  if (!(await listens(child))) return undefined;
  if (dir) writeFileSync(join(dir, 'engine.pid'), String(child.pid));
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint);
  const stop = async () => {
    child.kill('SIGTERM');
    const stubborn = setTimeout(() => child.kill('SIGKILL'), 3_000);
    await exited(child);
    clearTimeout(stubborn);
  };
  return { endpoint, pid: child.pid ?? 0, stop, kill: () => void child.kill('SIGKILL') };
};

/**
 * Starts the DynamoDB-compatible engine on loopback and resolves once it answers. Without `dir` it keeps its data in
 * memory; with one, in `dir/engine.db`. Without `port` it takes a free one.
 */
export const startEngine = async ({ dir, port }: { dir?: string; port?: number } = {}): Promise<Engine> => {
  const elsewhere = process.env['DYNAMODB_ENDPOINT'];
  if (elsewhere) return { endpoint: elsewhere, pid: 0, stop: async () => undefined, kill: () => undefined };
  if (dir) {
    mkdirSync(dir, { recursive: true });
    endPrevious(dir);
  }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const engine = await launch(dir, port ?? (await freePort()));
    if (engine) return engine;
  }
  throw new Error(`The data engine did not start${port ? ` on port ${port}: is the port in use?` : '.'}`);
};
