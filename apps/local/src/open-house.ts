import { join } from 'node:path';
import { type Bell, createBell } from './bell';
import type { CloudOptions } from './model';
import { traceError } from './say-error';

/** What the parts share; `ends` undo what was started, the last first. */
export interface House {
  options: CloudOptions;
  say: (line: string) => void;
  onError: (what: string, error: unknown) => void;
  /** A file of the data folder, or nothing when there is none. */
  kept: (name: string) => string | undefined;
  stopping: AbortController;
  /** Rung when a function has run, and when everything stops. */
  bell: Bell;
  ends: (() => unknown)[];
}

export const openHouse = (options: CloudOptions): House => {
  const { dir, say = console.error } = options;
  const onError = (what: string, error: unknown) => say(`${what}: ${traceError(error)}`);
  const [stopping, bell] = [new AbortController(), createBell()];
  stopping.signal.addEventListener('abort', bell.ring);
  return {
    options,
    say,
    onError,
    kept: (name) => (dir ? join(dir, name) : undefined),
    stopping,
    bell,
    ends: [],
  };
};

/** Undoes everything that was started. */
export const endAll = async ({ ends }: House): Promise<void> => {
  for (const end of ends.splice(0).reverse()) await end();
};
