import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface StoredObject {
  bytes: Buffer;
  type: string;
  /** When it was put, in milliseconds. */
  at: number;
}
export interface Objects {
  get(key: string): StoredObject | undefined;
  put(key: string, object: StoredObject): void;
  drop(key: string): void;
}

/** Objects in memory. */
const inMemory = (): Objects => {
  const all = new Map<string, StoredObject>();
  return {
    get: (key) => all.get(key),
    put: (key, object) => void all.set(key, object),
    drop: (key) => void all.delete(key),
  };
};

/**
 * Objects of one bucket, in a folder when there is one: a line of JSON with the key, then the bytes; under a hash, so that no key
 * names a path. After a kill a file is the old one or the new one.
 */
export const keepObjects = (folder: string | undefined): Objects => {
  if (!folder) return inMemory();
  const fileOf = (key: string) => join(folder, createHash('sha256').update(key).digest('hex'));
  return {
    get: (key) => {
      const file = fileOf(key);
      if (!existsSync(file)) return undefined;
      const all = readFileSync(file);
      const end = all.indexOf(10);
      const { type, at } = JSON.parse(all.toString('utf8', 0, end)) as Pick<StoredObject, 'type' | 'at'>;
      return { bytes: all.subarray(end + 1), type, at };
    },
    put: (key, { bytes, type, at }) => {
      const file = fileOf(key);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(`${JSON.stringify({ key, type, at })}\n`), bytes]));
      renameSync(`${file}.new`, file);
    },
    drop: (key) => rmSync(fileOf(key), { force: true }),
  };
};
