import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Runs the recount program on a file, as anyone would: a process of its own that knows nothing of the server. */
export const runRecount = (file: string | Uint8Array, ...args: string[]): { code: number | null; said: string } => {
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
