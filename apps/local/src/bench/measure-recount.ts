import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listRoot, partRoot, partsOf, signedText } from '@gongzhi/shared/votes/list-rules';
import { listLines, sealLine, type ListFacts } from '@gongzhi/shared/votes/write-list';
import { ROOT } from './start-host';

const run = promisify(execFile);
const CHOICES = ['for', 'for', 'against', 'abstain'] as const;
const OVER_HALF = { num: 1, den: 2, strict: true };
const hash = (said: string) => createHash('sha256').update(said).digest('hex');

/** What the recount of a list took and found. */
export interface Recount {
  ballots: number;
  seconds: number;
  /** Exit code: 0 when everything agrees. */
  code: number;
  /** Exit code for the same list with one byte changed. */
  changed: number;
}

const factsOf = (count: number, counts: ListFacts['counts']['units']): ListFacts => ({
  communityId: '310104001001',
  proposalId: '01KPROPOSAL',
  voteId: '01KVOTE',
  question: '是否同意划出固定充电区？',
  resolution: '在三号楼东侧划出充电区。',
  ballot: 'secret',
  openedAt: '2026-11-23T02:00:00.000Z',
  closesAt: '2026-11-24T02:00:00.000Z',
  settledAt: '2026-11-24T02:00:10.000Z',
  roll: { units: count, area: 0, hash: hash('roll') },
  rule: {
    ruleId: 'r',
    name: '社区议事会表决',
    force: 'council',
    unit: 'household',
    proxiesPerAgent: 0,
    source: '社区议事规则',
    sourceDate: '2026-11-23',
    verified: false,
    thresholds: [{ of: 'units', quorum: OVER_HALF, pass: OVER_HALF }],
  },
  counts: { units: counts, area: { for: 0, against: 0, abstain: 0 }, invalid: 0 },
  channels: { app: count, assisted: 0, paper: 0, proxy: 0 },
  outcome: counts.for * 2 > count ? 'passed' : 'rejected',
});

/** A secret vote's published list of so many ballots, signed: the file that anyone downloads. */
const writeList = (count: number): string => {
  const counts = { for: 0, against: 0, abstain: 0 };
  const ballots = Array.from({ length: count }, (_, i) => {
    const choice = CHOICES[((i * 7) % 9) % CHOICES.length] ?? 'for';
    counts[choice] += 1;
    return { id: hash(`ballot ${i}`).slice(0, 32), choice };
  });
  const marks = Array.from({ length: count }, (_, i) => hash(`mark ${i}`));
  const lines = listLines(factsOf(count, counts), marks, ballots);
  const root = listRoot(partsOf(lines).map(partRoot));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const key = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 32);
  const signature = sign(null, Buffer.from(signedText(root)), privateKey).toString('base64url');
  return `${[...lines, sealLine({ root, key, x, signature })].join('\n')}\n`;
};

const recount = async (file: string): Promise<{ seconds: number; code: number }> => {
  const started = performance.now();
  const code = await run(process.execPath, [join(ROOT, 'apps/recount/src/main.mjs'), file]).then(
    () => 0,
    (error: { code?: number }) => error.code ?? -1,
  );
  return { seconds: (performance.now() - started) / 1_000, code };
};

/** The recount program on a list of so many ballots, as anyone would run it: start of the process included. */
export const measureRecount = async (ballots: number): Promise<Recount> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-bench-'));
  try {
    const [good, bad] = [join(folder, 'list.txt'), join(folder, 'changed.txt')];
    const text = writeList(ballots);
    writeFileSync(good, text);
    const at = text.lastIndexOf(' for\n');
    writeFileSync(bad, `${text.slice(0, at - 1)}${text[at - 1] === '0' ? '1' : '0'}${text.slice(at)}`);
    const { seconds, code } = await recount(good);
    return { ballots, seconds, code, changed: (await recount(bad)).code };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
