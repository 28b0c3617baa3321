import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
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

export const synthesize = (name: string, region?: string, context: Record<string, string> = {}): Stacks => {
  const outdir = join(folder, name);
  composeApp(code, region, { outdir, context }).synth();
  return readAssembly(outdir);
};

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
