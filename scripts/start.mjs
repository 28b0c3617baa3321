/**
 * `npm start`: installs what is missing, builds what is stale, runs the deployment on this computer.
 * `npm run dev` is the same with `--watch`: functions are built and loaded again as they change, pages by Taro's own watch.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, prepare } from './prepare.mjs';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const WATCH = process.argv.includes('--watch');
const PAGES_LOG = '.cache/start/pages.log';

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
      const { ok, output } = await npm(ROOT, args);
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
  if (!(await prepare(ROOT, WATCH ? ['deployment'] : ['deployment', 'h5']))) return 1;
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
