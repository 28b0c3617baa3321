import { join } from 'node:path';
import { Linter } from 'eslint';
import ts from 'typescript';
import config from '../../eslint.config.mjs';
import { ROOT } from './places.mjs';

const linter = new Linter({ cwd: ROOT });
const tsconfig = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config;
const { options } = ts.convertCompilerOptionsFromJson({ ...tsconfig.compilerOptions, types: [] }, ROOT);
const host = ts.createCompilerHost(options);
const libraries = new Map();
/** The types of one file by itself: reading the whole house for each case is what `npm run lint` does, and takes half a minute. */
const programOf = (path, code) => {
  const getSourceFile = (name, languageVersion) => {
    if (name === path) return ts.createSourceFile(name, code, languageVersion, true);
    if (!libraries.has(name)) libraries.set(name, host.getSourceFile(name, languageVersion));
    return libraries.get(name);
  };
  return ts.createProgram([path], { ...options, noResolve: true }, { ...host, getSourceFile });
};
const rulesBroken = (code, path = 'functions/src/kernel/env.ts') => {
  const filename = join(ROOT, path);
  const parserOptions = { projectService: false, programs: [programOf(filename, code)] };
  const messages = linter.verify(code, [...config, { files: ['**/*.ts'], languageOptions: { parserOptions } }], {
    filename,
  });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
};
const lines = (n) => Array.from({ length: n }, (_, i) => `export const a${i} = ${i};`).join('\n');

test.each([
  ["import { z } from 'zod'; export const A = z.string();", 'no-restricted-syntax'],
  ["import { string } from 'zod/mini'; export const A = string();", 'no-restricted-syntax'],
  [
    "import { ScanCommand } from '@aws-sdk/lib-dynamodb'; export const a = new ScanCommand({ TableName: 'x' });",
    'no-restricted-syntax',
  ],
  ['export const a = 1 as any;', '@typescript-eslint/no-explicit-any'],
  ['// @ts-ignore\nexport const a: string = 1;', '@typescript-eslint/ban-ts-comment'],
  ['// @ts-expect-error\nexport const a: string = 1;', '@typescript-eslint/ban-ts-comment'],
  ['// TODO: later\nexport const a = 1;', 'no-warning-comments'],
  ['const work = async () => 1; export const a = () => { work(); };', '@typescript-eslint/no-floating-promises'],
  ['export const a = [1].filter(async (x) => x > 1);', '@typescript-eslint/no-misused-promises'],
  ["export const a = () => { throw 'x'; };", '@typescript-eslint/only-throw-error'],
  [
    "export const a = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 0; };",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  ['export const a = (b: number, c: number, d: number, e: number, f: number) => b + c + d + e + f;', 'max-params'],
  [`export const a = (x: number) => ${'x === 1 ? 1 : '.repeat(8)}0;`, 'complexity'],
  [
    'export const a = (x: boolean) => { if (x) { if (x) { if (x) { if (x) { x = false; } } } } return x; };',
    'max-depth',
  ],
  [lines(201), 'max-lines'],
  ["import { Ctx } from './caller'; export type A = Ctx;", '@typescript-eslint/consistent-type-imports'],
  ['const unused = 1;', '@typescript-eslint/no-unused-vars'],
  ['// eslint-disable-next-line complexity -- no reason\nexport const a = 1;', /Unused eslint-disable/],
])('%s is refused', (code, rule) => {
  const broken = rulesBroken(code);
  expect(typeof rule === 'string' ? broken : broken.join('\n')).toEqual(
    typeof rule === 'string' ? expect.arrayContaining([rule]) : expect.stringMatching(rule),
  );
});

test.each(["test.only('a', () => undefined);", "describe.skip('a', () => undefined);", "xit('a', () => undefined);"])(
  '%s is refused in a test',
  (code) => {
    expect(rulesBroken(code, 'functions/src/api/index.test.ts')).toEqual(['no-restricted-syntax']);
  },
);

test('plain code of this house passes', () => {
  expect(
    rulesBroken("import * as z from 'zod/mini';\nexport const A = z.string();\nexport type A = z.infer<typeof A>;\n"),
  ).toEqual([]);
  expect(rulesBroken(lines(200))).toEqual([]);
});

test('a test may be longer, up to 400 lines', () => {
  expect(rulesBroken(lines(400), 'functions/src/api/index.test.ts')).toEqual([]);
  expect(rulesBroken(lines(401), 'functions/src/api/index.test.ts')).toEqual(['max-lines']);
});
