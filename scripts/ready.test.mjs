import { findChromium, isInstalled, missing } from './ready.mjs';

const here = { node: '20.19.0', platform: 'linux', arch: 'x64', env: {}, exists: () => true };
const needs = (change) => missing({ ...here, ...change }).map((lack) => lack.needs);

test.each([
  ['nothing on a computer that has all', {}, []],
  ['Node when it is a minor too old', { node: '20.18.3' }, ['all']],
  ['Node when it is a major too old', { node: '18.20.0' }, ['all']],
  ['nothing when Node is newer', { node: '24.1.0' }, []],
  ['an engine on a platform without one', { platform: 'freebsd' }, ['engine']],
  [
    'nothing when another engine is named',
    { platform: 'freebsd', env: { DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000' } },
    [],
  ],
  ['Chromium when there is none', { exists: () => false }, ['e2e']],
])('what is missing: %s', (_, change, want) => expect(needs(change)).toEqual(want));

test('everything missing is said at once, in Chinese and in English, with what to do', () => {
  const lacks = missing({ node: '16.0.0', platform: 'sunos', arch: 'x64', env: {}, exists: () => false });
  expect(lacks).toHaveLength(3);
  for (const { zh, en } of lacks) {
    expect(zh).toMatch(/请|apt-get/);
    expect(en).toMatch(/Install|Run|apt-get/);
  }
});

test('the browser named by hand wins over those that are installed', () => {
  expect(findChromium({ env: { CHROMIUM_PATH: '/opt/c' }, exists: () => true })).toBe('/opt/c');
  expect(findChromium({ env: { CHROMIUM_PATH: '/opt/c' }, exists: (path) => path === '/usr/bin/chromium' })).toBe(
    '/usr/bin/chromium',
  );
  expect(findChromium({ env: {}, exists: () => false })).toBeUndefined();
});

test('of those that are installed, the browser without a window comes first', () =>
  expect(findChromium({ env: {}, exists: () => true })).toBe('/usr/bin/chromium-headless-shell'));

describe('isInstalled', () => {
  const locked = {
    '': {},
    shared: { version: '0.1.0' },
    'node_modules/@gongzhi/shared': { link: true },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/for-mac': { version: '1.0.0', optional: true },
  };
  const installed = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a/node_modules/b': { version: '2.0.0' } };
  test('what another platform needs may be absent', () => expect(isInstalled(locked, installed)).toBe(true));
  test('nothing installed', () => expect(isInstalled(locked, undefined)).toBe(false));
  test('another version', () =>
    expect(isInstalled(locked, { ...installed, 'node_modules/a': { version: '1.0.1' } })).toBe(false));
  test('a package missing', () => expect(isInstalled(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(false));
});
