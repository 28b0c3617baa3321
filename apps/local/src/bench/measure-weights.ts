import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './start-host';

const run = promisify(execFile);
/** A script's output, whatever its exit code: the gates fail past a budget, the bench only tells. */
const outputOf = async (...args: string[]): Promise<string> => {
  const node = run(process.execPath, args, { cwd: ROOT, maxBuffer: 1 << 24 });
  // a gate that is past its budget ends with 1 and tells all the same
  const { stdout } = await node.catch((error: { stdout?: string; stderr?: string }) => {
    if (!error.stdout) throw new Error(`${args.join(' ')}: ${error.stderr?.slice(-2_000) ?? 'told nothing'}`);
    return { stdout: error.stdout };
  });
  return stdout;
};

/** Runs of each file; what is told is the middle one. */
const RUNS = 7;
/** In a process of its own: what loading one file takes, in ms. */
const LOAD =
  'const from = performance.now(); require(process.argv[1]); console.log(performance.now() - from); process.exit(0)';
const ENV = { AWS_REGION: 'local', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

const loadOnce = async (file: string): Promise<number> =>
  Number(
    (await run(process.execPath, ['-e', LOAD, file], { env: { PATH: process.env['PATH'], ...ENV } })).stdout
      .trim()
      .split('\n')
      .at(-1),
  );

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

export interface FunctionWeight {
  name: string;
  kB: number;
  /** Median milliseconds to load it, and over loading an empty function at the same time. */
  loadMs: number;
  overEmptyMs: number;
}

/** Bytes of each function and what loading it takes over an empty one; empty and full take turns. */
export const weighFunctions = async (): Promise<FunctionWeight[]> => {
  const lines = (await outputOf('functions/sizes.mjs')).split('\n');
  const sizes = lines.flatMap((line) => /^ *([\d.]+) kB {2}(\S+)\/index\.js/.exec(line) ?? []).filter(Boolean);
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-bench-'));
  const empty = join(folder, 'empty.js');
  writeFileSync(empty, 'exports.handler = async () => undefined;\n');
  const weights: FunctionWeight[] = [];
  for (let i = 0; i < sizes.length; i += 3) {
    const [kB, name = ''] = [Number(sizes[i + 1]), sizes[i + 2]];
    const [full, bare]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < RUNS; turn += 1) {
      bare.push(await loadOnce(empty));
      full.push(await loadOnce(join(ROOT, 'functions/dist', name, 'index.js')));
    }
    weights.push({ name, kB, loadMs: middle(full), overEmptyMs: middle(full) - middle(bare) });
  }
  rmSync(folder, { recursive: true, force: true });
  return weights;
};

export interface Package {
  name: string;
  KB: number;
  budgetKB: number;
}

/** What the built mini-program and H5 weigh, as its own gate says it. */
export const weighPages = async (): Promise<Package[]> =>
  (await outputOf('apps/miniprogram/sizes.mjs')).split('\n').flatMap((line) => {
    const [, name, KB, budgetKB] = /^(.+?) +([\d.]+) KB of +(\d+) KB/.exec(line) ?? [];
    return name ? [{ name, KB: Number(KB), budgetKB: Number(budgetKB) }] : [];
  });

export interface FirstScreen {
  page: string;
  bytes: number;
  nodes: number;
}

/** The largest setData and the nodes of each page's first screen, full lists, run as WeChat would. */
export const drawPages = async (): Promise<FirstScreen[]> => {
  return JSON.parse(await outputOf('--import', 'tsx', 'apps/miniprogram/measure-pages.mjs')) as FirstScreen[];
};
