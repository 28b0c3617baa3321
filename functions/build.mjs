/**
 * Bundles every function entry: `src/<slice>/<file>.ts` that exports `handler` becomes `dist/<slice>/<file>/index.js`,
 * one minified CommonJS file (a whole process loads it faster than ESM), with its source map beside it.
 * `import('./x')` of our own file becomes a second file beside it, required when it is first needed. A slice's `assets/`
 * folder is copied beside the bundles that name it, so `join(__dirname, 'assets', …)` holds in source and in bundle.
 */
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { lazySiblings, slimPlugins, wordless } from './plugins.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const EXPORTS_HANDLER = /^export (const|async function|function) handler\b/m;

const OPTIONS = {
  absWorkingDir: resolve(HERE, '..'),
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  mainFields: ['module', 'main'],
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  // Chinese as it is: escaped it takes twice the bytes.
  charset: 'utf8',
  // `import()` is written as `require`: on Node 22 importing a large CommonJS file costs twice its load (export lexer).
  supported: { 'dynamic-import': false },
  // pdfkit's ES build finds its files by `import.meta.url`, which a CommonJS bundle has not: loading it would throw.
  alias: { pdfkit: createRequire(import.meta.url).resolve('pdfkit') },
  metafile: true,
  logLevel: 'error',
};

/** Every `<slice>/<file>` under `src` that exports `handler`, in order. */
export const findEntries = async (src) => {
  const entries = [];
  for (const slice of await readdir(src, { withFileTypes: true })) {
    if (!slice.isDirectory() || slice.name === 'kernel') continue;
    for (const file of await readdir(join(src, slice.name))) {
      if (!/^[a-z-]+\.ts$/.test(file)) continue;
      if (EXPORTS_HANDLER.test(await readFile(join(src, slice.name, file), 'utf8')))
        entries.push(`${slice.name}/${basename(file, '.ts')}`);
    }
  }
  return entries.sort();
};

/** Where each package of the SDK was taken from. */
const sdkPlaces = (used) => {
  const places = new Map();
  for (const input of used) {
    const [, place, name] = /^(.*node_modules\/)(@(?:aws-sdk|smithy)\/[^/]+)\//.exec(input) ?? [];
    if (name) places.set(name, (places.get(name) ?? new Set()).add(place));
  }
  return places;
};

const isLazy = (path) => /\/lazy-[\w-]+\.js$/.test(path);

/** `[what is wrong]` with one output of the metafile; empty when it may ship. */
export const faultsOf = (path, output) => {
  const used = Object.entries(output.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([input]) => input);
  const locale = used.find((input) => /node_modules\/zod\/.*\/locales\//.test(input));
  const twice = [...sdkPlaces(used)].filter(([, places]) => places.size > 1);
  const client = isLazy(path) && used.find((input) => /@aws-sdk\/client-/.test(input));
  return [
    ...(locale ? [`${path}: holds zod's locales (${locale}). Write \`import * as z from 'zod/mini'\`.`] : []),
    ...twice.map(
      ([name, places]) => `${path}: holds ${name} ${places.size} times (${[...places].join(', ')}). Pin one version.`,
    ),
    ...(client ? [`${path}: a lazy file brings a second SDK client. Pass it what it needs as an argument.`] : []),
  ];
};

const outputsIn = (metafile) => Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.js'));

/** Where outputs ask for lazy siblings: `<slice>/<file>/lazy-x` → source. */
const siblingsAsked = (metafile, out, found) => {
  const asked = {};
  for (const [path, output] of outputsIn(metafile)) {
    const folder = relative(out, dirname(resolve(OPTIONS.absWorkingDir, path)));
    for (const { path: wanted, external } of output.imports) {
      const source = external && found.get(basename(wanted, '.js'));
      if (source) asked[`${folder}/${basename(wanted, '.js')}`] = source;
    }
  }
  return asked;
};

const copyAssets = async (src, out, metafile) => {
  for (const [path, output] of outputsIn(metafile)) {
    for (const input of Object.keys(output.inputs)) {
      const file = resolve(OPTIONS.absWorkingDir, input);
      const assets = join(dirname(file), 'assets');
      if (!file.startsWith(src) || !existsSync(assets) || !(await readFile(file, 'utf8')).includes("'assets'"))
        continue;
      await cp(assets, join(dirname(resolve(OPTIONS.absWorkingDir, path)), 'assets'), { recursive: true });
    }
  }
};

/** The documentation says every route's summary and every refusal's sentence; no other function does. */
const isWorded = ({ out }) => out.startsWith('api/');

/** Bundles all entries and the lazy files they ask for, in memory. */
const bundle = async (src, out) => {
  const found = new Map();
  const plugins = [...slimPlugins, lazySiblings(src, found)];
  const metafile = { inputs: {}, outputs: {} };
  const files = new Map();
  const buildSome = async (entryPoints, more) => {
    const result = await build({ ...OPTIONS, plugins: [...plugins, ...more], outdir: out, entryPoints, write: false });
    Object.assign(metafile.inputs, result.metafile.inputs);
    Object.assign(metafile.outputs, result.metafile.outputs);
    for (const { path, contents } of result.outputFiles) files.set(path, contents);
  };
  let wanted = Object.fromEntries(
    (await findEntries(src)).map((entry) => [`${entry}/index`, join(src, `${entry}.ts`)]),
  );
  while (Object.keys(wanted).length > 0) {
    const points = Object.entries(wanted).map(([to, from]) => ({ in: from, out: to }));
    const [worded, others] = [points.filter(isWorded), points.filter((point) => !isWorded(point))];
    await Promise.all([buildSome(worded, []), buildSome(others, [wordless])]);
    wanted = Object.fromEntries(
      Object.entries(siblingsAsked(metafile, out, found)).filter(([name]) => !files.has(join(out, `${name}.js`))),
    );
  }
  return { metafile, files };
};

/**
 * Builds all entries of `src` into `out`; returns esbuild's metafile (also kept as `out/meta.json`). Throws with every
 * fault found; what stood in `out` then still stands.
 */
export const buildFunctions = async ({ src = join(HERE, 'src'), out = join(HERE, 'dist') } = {}) => {
  const { metafile, files } = await bundle(src, out);
  const faults = outputsIn(metafile).flatMap(([path, output]) => faultsOf(path, output));
  if (faults.length > 0) throw new Error(`The bundles must not ship:\n${faults.join('\n')}`);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const [path, contents] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
    // what is above says that .js files are ES modules
    await writeFile(join(dirname(path), 'package.json'), '{"type":"commonjs"}\n');
  }
  await copyAssets(src, out, metafile);
  await writeFile(join(out, 'meta.json'), JSON.stringify(metafile));
  return metafile;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const metafile = await buildFunctions();
  console.log(`built ${outputsIn(metafile).length} files into functions/dist`);
}
