import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publishList } from './publish-list';
import type { Stage } from './test-votes';

/** Keys as the secret `lists` holds them. */
export const newListKeys = () => ({
  privateJwk: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as Record<string, unknown>,
  idKey: randomBytes(32).toString('base64url'),
});
export const KEYS = newListKeys();

export const publish = (stage: Stage, voteId: string) =>
  publishList({ repo: stage.repo, keys: KEYS })(stage.communityId, voteId);

/** The whole file as anyone downloads it, part by part. */
export const download = async (stage: Stage, voteId: string): Promise<string> => {
  const texts: string[] = [];
  for (let part = 0, parts = 1; part < parts; part += 1) {
    const { status, body } = await stage.call('readList', { voteId, part: String(part) });
    if (status !== 200) throw new Error(JSON.stringify(body));
    parts = body['parts'] as number;
    texts.push(body['text'] as string);
  }
  return texts.join('');
};

type Said = { code: number | null; said: string };
/** The program itself, begun anew for each list: only the process is started once. */
// parseArgs counts the words otherwise where a program was given with -e
const MANY = `process.execArgv = [];
const many = JSON.parse(process.argv[1]), told = [];
for (const [i, words] of many.entries()) {
  let said = '';
  console.log = console.error = (line) => void (said += line + '\\n');
  process.argv = [process.execPath, 'recount', ...words];
  process.exitCode = undefined;
  await import('${pathToFileURL(resolve('apps/recount/src/main.mjs')).href}?' + i);
  told.push({ code: process.exitCode, said });
}
process.exitCode = 0;
process.stdout.write(JSON.stringify(told));`;

/** Runs the recount program on many files, each with words behind it; a process of its own that knows nothing of the server. */
export const runRecounts = (files: readonly (readonly [file: string | Uint8Array, ...words: string[]])[]): Said[] => {
  const folder = mkdtempSync(join(tmpdir(), 'lists-'));
  try {
    const asked = files.map(([file, ...words], i) => {
      const path = join(folder, `${i}.txt`);
      writeFileSync(path, file);
      return [path, ...words];
    });
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', MANY, JSON.stringify(asked)], {
      encoding: 'utf8',
    });
    if (ended.status !== 0) throw new Error(ended.stderr);
    return JSON.parse(ended.stdout) as Said[];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Runs the recount program on a file, as anyone would. */
export const runRecount = (file: string | Uint8Array, ...args: string[]): Said => {
  const folder = mkdtempSync(join(tmpdir(), 'list-'));
  try {
    writeFileSync(join(folder, 'list.txt'), file);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['apps/recount/src/main.mjs', join(folder, 'list.txt'), ...args],
      { encoding: 'utf8' },
    );
    return { code: status, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
