import { join } from 'node:path';
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
  ends: (() => unknown)[];
}

export const openHouse = (options: CloudOptions): House => {
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

/** Undoes everything that was started. */
export const endAll = async ({ ends }: House): Promise<void> => {
  for (const end of ends.splice(0).reverse()) await end();
};
