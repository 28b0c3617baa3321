import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CloudOptions } from '../model';
import type { TableSpec } from '../tables';

/** A running cloud of another process. */
export interface Host {
  url: string;
  openingKey: string;
  endpoint: string;
  tables: readonly TableSpec[];
  /** Resolves when streams and bus have nothing left to deliver. */
  idle(): Promise<unknown>;
  /** Sets its clock so many milliseconds before this computer's. */
  setAhead(ms: number): Promise<unknown>;
  /** Processor time its process has taken, in microseconds; not that of the engine or of processes beside it. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}
type Ready = Pick<Host, 'url' | 'openingKey' | 'endpoint' | 'tables'>;
interface Told {
  line?: string;
  ready?: Ready;
  answer?: unknown;
}
export const ROOT = resolve(fileURLToPath(new URL('../../../..', import.meta.url)));
const HOST = fileURLToPath(new URL('host-cloud.ts', import.meta.url));

/** Starts a cloud in a process of its own; `hear` is given every line its functions print. */
export const startHost = async (options: CloudOptions, hear: (line: string) => void): Promise<Host> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', 'tsx', HOST], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
  child.send(options);
  const waiting = { ready: (_: Ready) => undefined as void, answer: (_: unknown) => undefined as void };
  child.on('message', ({ line, ready, answer }: Told) => {
    if (line !== undefined) hear(line);
    if (ready) waiting.ready(ready);
    if (answer !== undefined) waiting.answer(answer);
  });
  const ready = await new Promise<Ready>((resolve, reject) => {
    waiting.ready = resolve;
    child.once('exit', (code) => reject(new Error(`the cloud ended with ${code} before it answered`)));
  });
  const ask = (what: string) =>
    new Promise<unknown>((resolve) => {
      waiting.answer = resolve;
      child.send(what);
    });
  return {
    ...ready,
    idle: () => ask('idle'),
    setAhead: (ms) => ask(`ahead ${ms}`),
    cpu: () => ask('cpu') as Promise<number>,
    stop: async () => {
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
};
