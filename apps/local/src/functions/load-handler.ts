import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

export type Handler = (event: unknown, context: unknown) => unknown;
/** What a function sees instead of this process's own. */
export interface Surroundings {
  process: NodeJS.Process;
  console: Console;
  Date: DateConstructor;
}
type Load = (file: string) => unknown;

const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname', 'process', 'console', 'Date'];

type Body = (...args: unknown[]) => void;
/** A file as the function Node makes of it. A script, since V8 keeps those by their text: the next cloud of this process finds it compiled. */
const compile = (file: string): Body =>
  new Script(`(function (${PARAMETERS.join(', ')}) {${readFileSync(file, 'utf8')}\n})`, {
    filename: file,
  }).runInThisContext() as Body;

const asProcess = (id: string) => id === 'process' || id === 'node:process';

/** Runs CommonJS files as Node does, but with their own `process` and `Date`, so that functions in one process keep apart their environments. */
const createLoader = ({ process, console, Date }: Surroundings): Load => {
  const loaded = new Map<string, { exports: unknown }>();
  const load: Load = (file) => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const real = createRequire(file);
    const require = (id: string): unknown => {
      if (asProcess(id)) return process;
      const isOwn = id.startsWith('.') && !id.endsWith('.json');
      return isOwn ? load(real.resolve(id)) : (real(id) as unknown);
    };
    compile(file).call(
      module.exports,
      module.exports,
      Object.assign(require, { resolve: real.resolve }),
      module,
      file,
      dirname(file),
      process,
      console,
      Date,
    );
    return module.exports;
  };
  return load;
};

/**
 * Loads `index.handler` from the folder `code`, as Lambda's init does: once, with `surroundings` in place of what is
 * global. @throws when the file or the export is not there, or what the file's own code throws
 */
export const loadHandler = (code: string, handler: string, surroundings: Surroundings): Handler => {
  const [file = '', name = ''] = handler.split('.');
  const path = join(code, `${file}.js`);
  if (!existsSync(path)) throw new Error(`${path} is not there: run node functions/build.mjs, then npm run synth.`);
  const exported = (createLoader(surroundings)(path) as Record<string, unknown>)[name];
  if (typeof exported !== 'function') throw new Error(`${path} exports no function ${name}.`);
  return exported as Handler;
};
