/** What stands between a fresh clone and something that runs: packages, and builds whose sources changed. */
import { spawn } from 'node:child_process';
import { findStale, hashOf, markFresh } from './find-stale.mjs';
import { ensureInstalled, missing } from './ready.mjs';

const PAGES = [
  'package-lock.json',
  'shared/src',
  'apps/miniprogram/src',
  'apps/miniprogram/config',
  'apps/miniprogram/babel.config.js',
];
/** Builds of one lane wait for each other: Taro's runs share a cache. */
const BUILDS = [
  {
    name: 'deployment',
    lane: 'functions',
    says: '正在构建后端… Building the functions and the deployment…',
    command: ['run', '--silent', 'synth'],
    sources: [
      'package-lock.json',
      'shared/src',
      'functions/src',
      'functions/build.mjs',
      'functions/plugins.mjs',
      'functions/assets',
      'infra/src',
    ],
    output: 'infra/cdk.out/manifest.json',
  },
  {
    name: 'h5',
    lane: 'taro',
    says: '正在构建页面（约一分钟）… Building the pages (about a minute)…',
    command: ['run', '--silent', 'build:h5'],
    sources: PAGES,
    output: 'apps/miniprogram/dist/h5/index.html',
  },
  {
    name: 'weapp',
    lane: 'taro',
    says: '正在构建小程序（约一分钟）… Building the mini-program (about a minute)…',
    command: ['run', '--silent', 'build:weapp'],
    sources: PAGES,
    output: 'apps/miniprogram/dist/weapp/app.json',
  },
];

/** Runs npm in `root`; resolves to whether it succeeded and what it said. */
export const npm = (root, args) => {
  const child = spawn('npm', args, {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((done) => child.on('close', (code) => done({ ok: code === 0, output })));
};

const build = async (root, it) => {
  console.log(it.says);
  const hash = hashOf(root, it.sources);
  const { ok, output } = await npm(root, it.command);
  if (ok) markFresh(root, it, hash);
  else console.error(`${output}\n没有成功：npm ${it.command.join(' ')}。This failed; what it said stands above.`);
  return ok;
};

/** Installs what is missing and builds those of `names` that are stale; resolves to whether all is there. */
export const prepare = async (root, names) => {
  const lacks = missing().filter(({ needs }) => needs !== 'e2e');
  for (const { zh, en } of lacks) console.error(`✗ ${zh}\n  ${en}`);
  if (lacks.length > 0 || !ensureInstalled(root)) return false;
  const stale = findStale(
    root,
    BUILDS.filter(({ name }) => names.includes(name)),
  );
  const buildLane = async (lane) => {
    for (const it of stale) if (it.lane === lane && !(await build(root, it))) return false;
    return true;
  };
  return (await Promise.all(['functions', 'taro'].map(buildLane))).every(Boolean);
};
