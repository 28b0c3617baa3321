/**
 * `npm start`: installs what is missing, builds what is stale, runs the deployment on this computer.
 * `npm run dev` is the same with `--watch`: functions are built and loaded again as they change, pages by Taro's own watch.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findStale, hashOf, markFresh } from './find-stale.mjs';
import { ensureInstalled, missing } from './ready.mjs';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const WATCH = process.argv.includes('--watch');
const PAGES_LOG = '.cache/start/pages.log';
const onWindows = process.platform === 'win32';

const BUILDS = [
  {
    name: 'deployment',
    says: '正在构建后端… Building the functions and the deployment…',
    command: ['run', '--silent', 'synth'],
    sources: [
      'package-lock.json',
      'shared/src',
      'functions/src',
      'functions/build.mjs',
      'functions/assets',
      'infra/src',
    ],
    output: 'infra/cdk.out/manifest.json',
  },
  {
    name: 'h5',
    says: '正在构建页面（约一分钟）… Building the pages (about a minute)…',
    command: ['run', '--silent', 'build:h5'],
    sources: [
      'package-lock.json',
      'shared/src',
      'apps/miniprogram/src',
      'apps/miniprogram/config',
      'apps/miniprogram/babel.config.js',
    ],
    output: 'apps/miniprogram/dist/h5/index.html',
  },
];

const npm = (args, env = {}) => {
  const child = spawn('npm', args, {
    cwd: ROOT,
    shell: onWindows,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((done) => child.on('close', (code) => done({ ok: code === 0, output })));
};

const build = async (it) => {
  console.log(it.says);
  const hash = hashOf(ROOT, it.sources);
  const { ok, output } = await npm(it.command);
  if (ok) markFresh(ROOT, it, hash);
  else console.error(`${output}\n没有成功：npm ${it.command.join(' ')}。This failed; what it said stands above.`);
  return ok;
};

const prepare = async () => {
  const lacks = missing().filter(({ needs }) => needs !== 'e2e');
  for (const { zh, en } of lacks) console.error(`✗ ${zh}\n  ${en}`);
  if (lacks.length > 0 || !ensureInstalled(ROOT)) return false;
  const stale = findStale(ROOT, BUILDS).filter(({ name }) => !(WATCH && name === 'h5'));
  return (await Promise.all(stale.map(build))).every(Boolean);
};

const runCloud = () =>
  spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      'tsx',
      join('apps/local/src/main.ts'),
      ...(WATCH ? ['--watch'] : []),
    ],
    {
      cwd: ROOT,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    },
  );

/** Calls `then` once after changes have come to rest. */
const onChange = (folder, then) => {
  let rest;
  return watch(join(ROOT, folder), { recursive: true }, (_, file) => {
    if (!file || /\.test\.|~$|\.sw\w$/.test(file)) return;
    clearTimeout(rest);
    rest = setTimeout(then, 200);
  });
};

/** Taro's own watch. It paints its progress over the terminal, so what it says goes to a file. */
const watchPages = () => {
  mkdirSync(join(ROOT, '.cache/start'), { recursive: true });
  const log = openSync(join(ROOT, PAGES_LOG), 'w');
  const pages = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--watch'],
    {
      cwd: join(ROOT, 'apps/miniprogram'),
      stdio: ['ignore', log, log],
      env: { ...process.env, NODE_ENV: 'development' },
    },
  );
  pages.on('error', (error) => console.error(String(error)));
  process.once('exit', () => pages.kill());
  console.log(`页面随改随编译，记录在 ${PAGES_LOG} Pages are built as they change; the log is there`);
};

const watchSources = (cloud) => {
  let turn = Promise.resolve();
  const rebuild = (args, message) => () => {
    turn = turn.then(async () => {
      const { ok, output } = await npm(args);
      if (!ok) return console.error(output);
      cloud.current.send(message);
      console.log(
        message === 'reload'
          ? '已重新载入后端 Functions reloaded'
          : '部署有变，正在重启 The deployment changed: restarting',
      );
    });
  };
  onChange('functions/src', rebuild(['run', '--silent', 'build:functions'], 'reload'));
  for (const folder of ['shared/src', 'infra/src']) onChange(folder, rebuild(['run', '--silent', 'synth'], 'restart'));
  watchPages();
};

/** The exit code by which the cloud asks to be started again (apps/local/src/main.ts). */
const RESTART = 75;

const main = async () => {
  if (!(await prepare())) return 1;
  const cloud = { current: runCloud() };
  // Ctrl-C reaches the whole group: the cloud stops itself and this script waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => cloud.current.kill('SIGTERM'));
  if (WATCH) watchSources(cloud);
  for (;;) {
    const code = await new Promise((done) => cloud.current.once('exit', (status) => done(status ?? 1)));
    if (code !== RESTART) return code;
    cloud.current = runCloud();
  }
};

process.exit(await main());
