/**
 * `npm test`: everything that must hold. What takes longest starts first, and what leads to it; the short steps run beside.
 * `--only types,lint` runs some steps alone.
 * Each step's whole output lies in .cache/test/<step>.log.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, findChromium, missing } from './ready.mjs';
import { runSteps, total } from './run-steps.mjs';
import { countsTogether, filesToRunAgain } from './second-run.mjs';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const LOGS = join(ROOT, '.cache/test');
const CPUS = availableParallelism();
const node = (...args) => [process.execPath, ...args];
const bin = (path, ...args) => node(join('node_modules', path), ...args);
const npm = (...args) => ['npm', 'run', '--silent', ...args];
const jest = (workers, ...args) => bin('jest/bin/jest.js', '--maxWorkers', String(workers), ...args);
const HALF = Math.max(1, Math.floor(CPUS / 2));
/** No more than there are processors: what has a budget in seconds is measured on one that is its own. */
const LANES = Math.min(4, Math.max(2, CPUS));

/** Tests that need what a build leaves, and tests that need a browser, run after it. */
const LATER = ['\\.built\\.test\\.', '/e2e/'];

const STEPS = [
  { name: 'functions', commands: [node('functions/build.mjs'), node('functions/sizes.mjs')] },
  { name: 'h5', lock: 'taro', commands: [npm('build:h5')] },
  { name: 'synth', after: ['functions'], commands: [node('--import', 'tsx', 'infra/src/synth.ts')] },
  { name: 'e2e', after: ['h5', 'synth'], tests: true, twice: true, commands: [jest(HALF, '--selectProjects', 'e2e')] },
  {
    name: 'unit',
    after: ['synth'],
    tests: true,
    commands: [jest(HALF, '--testPathIgnorePatterns', '/node_modules/', ...LATER)],
  },
  {
    name: 'types',
    commands: ['.', 'apps/miniprogram', 'e2e'].map((project) => bin('typescript/bin/tsc', '-p', project)),
  },
  { name: 'weapp', lock: 'taro', commands: [npm('build:weapp')] },
  {
    name: 'built',
    after: ['weapp', 'h5', 'synth'],
    tests: true,
    commands: [jest(HALF, '--testPathPatterns', '\\.built\\.test\\.')],
  },
  { name: 'lint', commands: [bin('eslint/bin/eslint.js', '.', '--max-warnings', '0')] },
  { name: 'alipay', lock: 'taro', commands: [npm('build:alipay')] },
  { name: 'house', commands: [node('scripts/lint/check-house.mjs')] },
  {
    name: 'layers',
    commands: [
      bin(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        'shared/src',
        'functions',
        'infra/src',
        'apps/local/src',
        'apps/miniprogram/src',
        'apps/recount/src',
        'scripts',
      ),
    ],
  },
  { name: 'unused', commands: [bin('knip/bin/knip.js', '--no-progress', '--no-config-hints')] },
  { name: 'format', commands: [bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')] },
  { name: 'sizes', after: ['weapp', 'h5'], commands: [npm('sizes', '-w', 'apps/miniprogram')] },
];

const spawnInto = ([command, ...args], log, env) =>
  new Promise((done) => {
    log.write(`$ ${[command, ...args].join(' ')}\n`);
    const child = spawn(command, args, { cwd: ROOT, env, shell: process.platform === 'win32' && command === 'npm' });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => log.write(data));
    child.on('error', (error) => log.write(String(error)));
    child.on('close', (code) => done(code === 0));
  });

const readReport = (file) =>
  existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { testResults: [], numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
const countsOf = ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) => ({
  passed: numPassedTests,
  failed: numFailedTests + numRuntimeErrorTestSuites,
});

/** Runs a command of a step; the last one's report of tests lies beside its log. */
const runTests = (command, { log, env, report }) =>
  spawnInto([...command, '--json', '--outputFile', report], log, env).then((ok) => ({
    ok,
    ...countsOf(readReport(report)),
  }));

/**
 * A browser on a busy machine now and then fails where nothing is wrong. One or two files that did are run again, alone;
 * what came right only then is said by name, with what it said first.
 */
const runTwice = async (first, command, at) => {
  const report = readReport(at.report);
  const files = first.ok ? [] : filesToRunAgain(report);
  if (files.length === 0) return first;
  const second = `${at.report}.again`;
  const { ok } = await runTests([...command, '--runTestsByPath', ...files], { ...at, report: second });
  const named = files.map((file) => file.slice(ROOT.length + 1)).join(', ');
  return { ok, ...countsTogether(report, readReport(second), files), ...(ok && { again: named }) };
};

const run = async ({ name, commands, tests, twice }) => {
  const log = createWriteStream(join(LOGS, `${name}.log`));
  const report = join(LOGS, `${name}.json`);
  const chromium = findChromium();
  const env = { ...process.env, NO_COLOR: '1', CI: 'true', ...(chromium && { CHROMIUM_PATH: chromium }) };
  let result = { ok: true, passed: 0, failed: 0 };
  for (const command of commands) {
    if (!result.ok) break;
    if (!tests) result.ok = await spawnInto(command, log, env);
    else result = await runTests(command, { log, env, report });
    if (twice) result = await runTwice(result, command, { log, env, report });
  }
  await new Promise((done) => log.end(done));
  return { ...result, note: result.again ? `(only when run again: ${result.again})` : '' };
};

const say = ({ name, ok, seconds, passed, failed, note }) =>
  `${ok ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${passed || failed ? `${passed} passed, ${failed} failed ` : ''}${note}`.trimEnd();

/** The tests that failed, with what each said: the end of a log may hold nothing but noise. */
const failedTests = (name) => {
  const file = join(LOGS, `${name}.json`);
  if (!existsSync(file)) return [];
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name: path, message }) => `${path.slice(ROOT.length + 1)}\n${message.split('\n').slice(0, 60).join('\n')}`);
};

const showFault = ({ name, ok, note, again }) => {
  if (ok ? !again : note) return;
  const failed = failedTests(name);
  const lines = readFileSync(join(LOGS, `${name}.log`), 'utf8')
    .split('\n')
    .filter((line) => !/^(PASS |\s+✓)/.test(line));
  const said = failed.length > 0 ? failed.join('\n\n') : lines.slice(-120).join('\n');
  console.log(`\n--- ${name} (.cache/test/${name}.log)\n${said}\n---\n`);
};

const chosen = () => {
  const [, list = ''] = /--only[= ](\S+)/.exec(process.argv.slice(2).join(' ')) ?? [];
  const names = list.split(',').filter(Boolean);
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`no step ${unknown.join(', ')}; there are: ${STEPS.map(({ name }) => name).join(', ')}`);
  return names.length > 0 ? STEPS.filter(({ name }) => names.includes(name)) : STEPS;
};

const main = async () => {
  const started = Date.now();
  const lacks = missing();
  for (const { zh, en } of lacks) console.error(`✗ ${zh}\n  ${en}`);
  if (lacks.some(({ needs }) => needs === 'all') || !ensureInstalled(ROOT))
    return { line: '0 passed, 1 failed', failed: 1 };
  rmSync(LOGS, { recursive: true, force: true });
  mkdirSync(LOGS, { recursive: true });
  const onEnd = (result) => {
    console.log(say(result));
    showFault(result);
  };
  const results = await runSteps(chosen(), {
    lanes: LANES,
    run,
    onStart: ({ name }) => console.log(`· ${name}`),
    onEnd,
  });
  console.log(
    `\n${results.map(say).join('\n')}\n  whole      ${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s\n`,
  );
  return total(results);
};

const { line, failed } = await main();
console.log(line);
process.exitCode = failed > 0 ? 1 : 0;
