import { rmSync } from 'node:fs';
import { composeApp } from './app';

/** Where each partition's assembly goes, and a region of it. `aws` is left open: any commercial region. */
const ASSEMBLIES = [
  { outdir: 'infra/cdk.out', region: undefined },
  { outdir: 'infra/cdk.out-cn', region: 'cn-north-1' },
] as const;

/** `-c key=value` of the command line, as CDK's own command reads it. */
const contextOf = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    words.flatMap((word, i) =>
      words[i - 1] === '-c' && word.includes('=')
        ? [[word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]]
        : [],
    ),
  );

for (const { outdir, region } of ASSEMBLIES) {
  rmSync(outdir, { recursive: true, force: true });
  composeApp('functions/dist', region, { outdir, context: contextOf(process.argv.slice(2)) }).synth();
  console.log(`synthesized ${outdir}`);
}
