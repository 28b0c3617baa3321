import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
}
export interface Template {
  Parameters?: Record<string, { Default?: unknown }>;
  Resources?: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
}
/** One stack of the assembly. `id` names it in messages, `name` is the CloudFormation name. */
export interface Stack {
  id: string;
  name: string;
  template: Template;
  /** Object key of a file asset → its folder on this computer. */
  assets: ReadonlyMap<string, string>;
}

interface Manifest {
  artifacts: Record<string, { type: string; properties?: { templateFile?: string; stackName?: string } }>;
}
interface AssetManifest {
  files: Record<string, { source: { path: string }; destinations: Record<string, { objectKey: string }> }>;
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

const assetsOf = (dir: string, id: string): Map<string, string> => {
  const file = join(dir, `${id}.assets.json`);
  if (!existsSync(file)) return new Map();
  return new Map(
    Object.values(readJson<AssetManifest>(file).files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }) => [objectKey, resolve(dir, source.path)] as const),
    ),
  );
};

/** The stacks of a synthesized CDK app, as `cdk.out/manifest.json` lists them. @throws when the app was never synthesized */
export const readAssembly = (dir: string): Stack[] => {
  const manifest = join(dir, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`${dir} holds no synthesized app: run npm run synth first.`);
  return Object.entries(readJson<Manifest>(manifest).artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, { properties }]) => ({
      id,
      name: properties?.stackName ?? id,
      template: readJson<Template>(join(dir, properties?.templateFile ?? `${id}.template.json`)),
      assets: assetsOf(dir, id),
    }));
};
