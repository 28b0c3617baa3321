import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
  DeletionPolicy?: string;
}
export interface Template {
  Resources: Record<string, Resource>;
  Parameters?: Record<string, unknown>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
}

/** A synthesized assembly: stack → template. */
export const readAssembly = (folder: string): Record<string, Template> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.template.json'))
      .map((file) => [
        file.replace('.template.json', ''),
        JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template,
      ]),
  );

/** Parameters of our own in a stack: those of the asset machinery start with a word of CDK's. */
export const parametersOf = (template: Template | undefined): string[] =>
  Object.keys(template?.Parameters ?? {}).filter((name) => name !== 'BootstrapVersion');
