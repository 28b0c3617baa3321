import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findStale, hashOf, markFresh } from './find-stale.mjs';

const BUILD = { name: 'pages', sources: ['src', 'lock.json'], output: 'dist/index.js' };

describe('what must be built again', () => {
  let root;
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const isStale = () => findStale(root, [BUILD]).length > 0;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gongzhi-stale-'));
    write('src/a.ts', 'a');
    write('lock.json', '{}');
    write('dist/index.js', 'built');
    markFresh(root, BUILD, hashOf(root, BUILD.sources));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('nothing when sources and output are as they were', () => expect(isStale()).toBe(false));
  test.each([
    ['a source changed', () => write('src/a.ts', 'b')],
    ['a source came', () => write('src/deep/b.ts', '')],
    ['a source was renamed', () => (rmSync(join(root, 'src/a.ts')), write('src/b.ts', 'a'))],
    ['the lock changed', () => write('lock.json', '{"x":1}')],
    ['the output is gone', () => rmSync(join(root, 'dist'), { recursive: true })],
    ['it was never built here', () => rmSync(join(root, '.cache'), { recursive: true })],
  ])('the output when %s', (_, change) => {
    change();
    expect(isStale()).toBe(true);
  });
  test.each([
    ['a test changed', () => write('src/a.test.ts', 'x')],
    ['an editor left its file', () => write('src/.a.ts.swp', 'x')],
    ['a source was saved as it was', () => write('src/a.ts', 'a')],
  ])('nothing when %s', (_, change) => {
    change();
    expect(isStale()).toBe(false);
  });
});
