import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markOf } from './mark-of.mjs';
import { ballotsOf, headOf, listOf, newKey, sealed } from './test-list.mjs';

const MAIN = 'apps/recount/src/main.mjs';
const CHOICES = ['for', 'for', 'against'];
let folder;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'recount-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (bytes, ...args) => {
  const file = join(folder, 'list.txt');
  writeFileSync(file, bytes);
  // a process that cannot reach any network
  const env = { PATH: process.env.PATH, http_proxy: 'http://127.0.0.1:1', https_proxy: 'http://127.0.0.1:1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, file, ...args], { encoding: 'utf8', env });
  return { status, said: stdout + stderr };
};

test('says in Chinese and English what it found, and ends with 0', () => {
  const { status, said } = run(listOf(CHOICES));
  expect(status).toBe(0);
  for (const words of [
    '✓ 格式、哈希、签名、票数、规则全部一致。',
    '✓ Form, hashes',
    '赞成 for: 2',
    '结果 result: 通过 · passed',
  ])
    expect(said).toContain(words);
});

test('ends with another number for each kind of trouble', () => {
  const bytes = listOf(CHOICES);
  const changed = Buffer.from(bytes.toString().replace(' against', ' abstain'));
  expect(run(changed)).toMatchObject({ status: 1, said: expect.stringContaining('Do not trust this list') });
  expect(run(Buffer.from('x'))).toMatchObject({ status: 1 });
  expect(run(bytes, '--key', newKey().key)).toMatchObject({
    status: 3,
    said: expect.stringContaining('不是您给出的指纹'),
  });
  expect(run(listOf(CHOICES, { outcome: 'rejected' }))).toMatchObject({ status: 4 });
  expect(run(bytes, '--colour')).toMatchObject({ status: 2, said: expect.stringContaining('用法') });
  expect(spawnSync(process.execPath, [MAIN]).status).toBe(2);
  expect(spawnSync(process.execPath, [MAIN, join(folder, 'absent')]).status).toBe(2);
});

test('finds a receipt by its code as it is written, and says when it is not there', () => {
  const code = '7K2M-9QXD-0HWT-4BRA';
  const lines = [JSON.stringify(headOf(CHOICES)), ...['1', '2'].map((d) => `A ${d.repeat(64)}`)];
  const marks = [...lines.slice(1), `A ${markOf('01KVOTE', code)}`].sort();
  const bytes = sealed([lines[0], ...marks, ...ballotsOf(CHOICES)]);
  expect(run(bytes, '--code', code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ status: 0 });
  expect(run(bytes, '--code', '7K2M-9QXD-0HWT-4BRB')).toMatchObject({ status: 5 });
});

test('stands alone: no dependency, nothing but Node and its own files', () => {
  const manifest = JSON.parse(readFileSync('apps/recount/package.json', 'utf8'));
  expect(manifest).not.toHaveProperty('dependencies');
  for (const file of readdirSync('apps/recount/src').filter((name) => !/test/.test(name))) {
    const text = readFileSync(`apps/recount/src/${file}`, 'utf8');
    for (const [, from] of text.matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^(node:|\.\/)/);
    expect(text).not.toMatch(/node:(https?|net|dns|tls)|fetch\(/);
  }
});

test('runs as an installed package, by the command people type', () => {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', folder, '-w', 'apps/recount'], { encoding: 'utf8' }),
  );
  const [{ filename, files }] = Array.isArray(packed) ? packed : Object.values(packed);
  expect(files.map(({ path }) => path).filter((path) => /test/.test(path))).toEqual([]);
  execFileSync('tar', ['xzf', join(folder, filename), '-C', folder]);
  writeFileSync(join(folder, 'list.txt'), listOf(CHOICES));
  const bin = join(
    folder,
    'package',
    JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8')).bin['gongzhi-recount'],
  );
  expect(execFileSync(bin, [join(folder, 'list.txt')], { encoding: 'utf8' })).toContain('✓ 格式');
});
