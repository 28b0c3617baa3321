import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadHandler } from './load-handler';

describe('a built function', () => {
  const dir = mkdtempSync(join(tmpdir(), 'gongzhi-function-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const load = (code: string, handler = 'index.handler', env: Record<string, string> = {}) => {
    writeFileSync(join(dir, 'index.js'), code);
    return loadHandler(dir, handler, {
      process: Object.create(process, { env: { value: env } }) as NodeJS.Process,
      console,
      Date,
    });
  };

  it('sees its own environment, however it asks for it', () => {
    const code = `exports.handler = () => [process.env.SLICE, require('process').env.SLICE, require('node:process').env.SLICE, process.env.PATH, process.version];`;
    expect(load(code, 'index.handler', { SLICE: 'gardens' })(null, null)).toEqual([
      'gardens',
      'gardens',
      'gardens',
      undefined,
      process.version,
    ]);
  });

  it('keeps apart from another one loaded from the same file', () => {
    const code = `let n = 0; exports.handler = () => [process.env.SLICE, n += 1];`;
    const [a, b] = [load(code, 'index.handler', { SLICE: 'a' }), load(code, 'index.handler', { SLICE: 'b' })];
    expect([a(null, null), a(null, null), b(null, null)]).toEqual([
      ['a', 1],
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('finds the lazy file, the data and the assets that are built beside it, once and with the same environment', () => {
    mkdirSync(join(dir, 'assets'));
    writeFileSync(join(dir, 'assets/font.txt'), 'Noto');
    writeFileSync(join(dir, 'data.json'), '{"rooms":2}');
    writeFileSync(
      join(dir, 'lazy-print.js'),
      `module.exports = { loaded: (globalThis.loads = (globalThis.loads ?? 0) + 1), slice: process.env.SLICE };`,
    );
    const code = `const { join } = require('node:path'); exports.handler = async () => {
      await require('./lazy-print.js');
      const print = require('./lazy-print.js');
      return [print.loaded, print.slice, require('./data.json').rooms, require('node:fs').readFileSync(join(__dirname, 'assets/font.txt'), 'utf8')];
    };`;
    return expect(load(code, 'index.handler', { SLICE: 'gardens' })(null, null)).resolves.toEqual([
      1,
      'gardens',
      2,
      'Noto',
    ]);
  });

  it('is refused when it exports no such handler', () =>
    expect(() => load('exports.other = 1;')).toThrow('index.js exports no function handler'));
  it('is refused with the command to run when it was not built', () =>
    expect(() => load('', 'main.handler')).toThrow('main.js is not there: run node functions/build.mjs'));
  it('says what its own code throws while it loads', () =>
    expect(() => load(`throw new Error('missing environment: TABLE');`)).toThrow('missing environment: TABLE'));
});
