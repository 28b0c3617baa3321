import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SLICES, composeApp } from '../app';
import { readAssembly, type Resource, type Template } from './assembly';
import { functionsOf } from './slice';

export type Stacks = Record<string, Template>;
export const folder = mkdtempSync(join(tmpdir(), 'gongzhi-infra-'));
/** Every function the slices declare, as `<slice>/<file>`. */
export const entries = functionsOf(SLICES, 'routes', 'events', 'stream', 'clock')
  .map(({ slice, file }) => `${slice.id}/${file}`)
  .sort();

/** Bundles are not what these tests are about: each entry stands as one line. */
export const code = join(folder, 'code');
for (const entry of entries) {
  mkdirSync(join(code, entry), { recursive: true });
  writeFileSync(join(code, entry, 'index.js'), `exports.handler = async () => '${entry}';\n`);
}

const CACHE = '.cache/infra';
const sources = ['infra/src', 'shared/src'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|json)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => join(root, file)),
);
/** One name for everything an assembly is made of: our own text and the packages that are pinned. */
const inputs = createHash('sha256');
for (const file of ['package-lock.json', ...sources.sort()])
  inputs.update(file).update('\0').update(readFileSync(file)).update('\0');
const home = join(CACHE, inputs.digest('hex').slice(0, 20));

/** Where this assembly lies: CDK takes up to a minute on a busy computer, so the files of tests that need the same one make it once. */
export const assembly = (name: string, region?: string, context: Record<string, string> = {}): string => {
  const outdir = join(home, [name, region, ...Object.entries(context).flat()].join('-').replaceAll(/[^\w.-]/g, '_'));
  if (existsSync(outdir)) return outdir;
  mkdirSync(home, { recursive: true });
  for (const old of readdirSync(CACHE)) if (join(CACHE, old) !== home) rmSync(join(CACHE, old), { recursive: true });
  const draft = join(home, `draft-${process.pid}-${name}`);
  composeApp(code, region, { outdir: draft, context }).synth();
  // whole or not at all: another worker may be making the same
  if (existsSync(outdir)) rmSync(draft, { recursive: true });
  else renameSync(draft, outdir);
  return outdir;
};
export const synthesize = (...what: Parameters<typeof assembly>): Stacks => readAssembly(assembly(...what));

export const resources = (stacks: Stacks, ...types: string[]): [string, Resource][] =>
  Object.values(stacks).flatMap(({ Resources }) =>
    Object.entries(Resources).filter(([, { Type }]) => types.includes(Type)),
  );
export const list = (x: unknown): unknown[] => (Array.isArray(x) ? x : [x]);
/** A reference or a list of them, as text to search. */
export const words = (x: unknown): string => JSON.stringify(x);

export interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}
const statementsOf = ({ Properties }: Resource): Statement[] =>
  (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;
const policiesOf = (stacks: Stacks) =>
  resources(stacks, 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').map(([, policy]) => policy);

/** Everything any role is granted. */
export const statements = (stacks: Stacks): Statement[] => policiesOf(stacks).flatMap(statementsOf);

/** `councils/index` → what its role is granted. */
export const grantsOf = (stacks: Stacks): [entry: string, Statement[]][] =>
  resources(stacks, 'AWS::Lambda::Function').map(([, fn]) => {
    const role = (fn.Properties['Role'] as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0];
    const mine = policiesOf(stacks).filter(({ Properties }) =>
      (Properties['Roles'] as { Ref: string }[]).some(({ Ref }) => Ref === role),
    );
    return [fn.Metadata?.['entry'] as string, mine.flatMap(statementsOf)];
  });
