import { type ChildProcess, fork } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Brief } from './answer-door';
import type { Door } from './open-door';

export interface Crew {
  reload(): void;
  setAhead(ms: number): void;
  /** Ends the processes; requests under way are cut. */
  dismiss(): void;
}

const HERE = dirname(fileURLToPath(import.meta.url));

const start = (brief: Brief, say: (line: string) => void): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = fork('./door-process.ts', { cwd: HERE, execArgv: ['--import', 'tsx'] });
    child.on('message', (message) => {
      if (message === 'ready') resolve(child);
      else say((message as { say: string }).say);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`A process that answers requests ended (${code}) before it was ready.`)),
    );
    child.send(brief);
  });

/**
 * Lets `count` processes answer what comes through the door, one connection after the other, as Lambda runs many
 * environments of one function: what a function keeps in memory is not shared between them.
 */
export const shareDoor = async (
  door: Door,
  count: number,
  brief: Brief,
  say: (line: string) => void,
): Promise<Crew> => {
  const children = await Promise.all(Array.from({ length: count }, () => start(brief, say)));
  let turn = 0;
  door.share((socket) => {
    turn = (turn + 1) % children.length;
    children[turn]?.send('connection', socket);
  });
  return {
    reload: () => children.forEach((child) => child.send('reload')),
    setAhead: (ahead) => children.forEach((child) => child.send({ ahead })),
    dismiss: () => children.forEach((child) => child.connected && child.disconnect()),
  };
};
