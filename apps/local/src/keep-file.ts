import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Kept<T> {
  read(): T;
  write(value: T): void;
}

/**
 * One JSON value on disk, replaced as a whole: after a kill the file holds the old value or the new one, never half.
 * Without `file` it lives in memory.
 */
export const keepFile = <T>(file: string | undefined, empty: T): Kept<T> => {
  let value = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : empty;
  if (file) mkdirSync(dirname(file), { recursive: true });
  return {
    read: () => value,
    write: (next) => {
      value = next;
      if (!file) return;
      writeFileSync(`${file}.new`, JSON.stringify(next), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
};
