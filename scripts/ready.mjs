/** What must be on the computer before anything runs. Only Node's own modules: node_modules may not be there yet. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const OLDEST_NODE = [20, 19];
/** Engines published for Node's platform and architecture; elsewhere DYNAMODB_ENDPOINT names another one. */
const ENGINES = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];
/** Without a window it takes a third of the processor time for the same pages (10.7 s and 3.8 s, version 156, 2026-11-27), so it comes first. */
const CHROMIUMS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser the tests drive: `CHROMIUM_PATH`, or the first that is installed. */
export const findChromium = ({ env, exists } = thisComputer()) =>
  [env.CHROMIUM_PATH, ...CHROMIUMS].find((path) => path && exists(path));

const isOldNode = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
};

const lacksNode = ({ node }) =>
  isOldNode(node) && {
    needs: 'all',
    zh: `需要 Node.js ${OLDEST_NODE.join('.')} 或更高版本，现在是 ${node}。请从 https://nodejs.org 安装新版本。`,
    en: `Node.js ${OLDEST_NODE.join('.')} or newer is needed, this is ${node}. Install it from https://nodejs.org.`,
  };
const lacksEngine = ({ platform, arch, env }) =>
  !env.DYNAMODB_ENDPOINT &&
  !ENGINES.includes(`${platform}-${arch}`) && {
    needs: 'engine',
    zh: `本机（${platform}-${arch}）没有现成的数据库引擎。请运行 DynamoDB Local，并设置 DYNAMODB_ENDPOINT，例如 http://127.0.0.1:8000。`,
    en: `There is no database engine for ${platform}-${arch}. Run DynamoDB Local and set DYNAMODB_ENDPOINT, for example http://127.0.0.1:8000.`,
  };
const lacksBrowser = (computer) =>
  !findChromium(computer) && {
    needs: 'e2e',
    zh: '没有找到 Chromium 浏览器，浏览器测试无法运行。Debian/Ubuntu：apt-get install chromium；或用 CHROMIUM_PATH 指出它的位置。',
    en: 'No Chromium was found, so the browser tests cannot run. Debian/Ubuntu: apt-get install chromium; or name it in CHROMIUM_PATH.',
  };
const thisComputer = () => ({
  node: process.versions.node,
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  exists: existsSync,
});

/** `[{ needs, zh, en }]`: what is missing here, said so that a newcomer can act. `needs` names what cannot run without it. */
export const missing = (computer = thisComputer()) =>
  [lacksNode, lacksEngine, lacksBrowser].map((lacks) => lacks(computer)).filter(Boolean);

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined);

/** Whether `installed` (what npm noted in node_modules) holds everything of `locked` that this platform must have. */
export const isInstalled = (locked, installed) =>
  installed !== undefined &&
  Object.entries(locked)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .every(([path, { version, optional, peer }]) =>
      path in installed ? installed[path].version === version : Boolean(optional || peer),
    );

/** Installs what package-lock.json names when node_modules is missing or differs. Returns whether all is there. */
export const ensureInstalled = (root) => {
  const locked = read(join(root, 'package-lock.json'));
  if (isInstalled(locked, read(join(root, 'node_modules/.package-lock.json')))) return true;
  console.log('正在安装依赖（npm ci）… Installing dependencies (npm ci)…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    console.error('依赖安装失败，请检查网络后再试。Installing failed: check the network and try again.');
  return status === 0;
};
