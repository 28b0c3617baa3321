/** Prints what each function loads at a cold start against the budget, and fails past it. Lazy files are listed without one. */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
/** Bytes; the whole-SDK floor is 212 kB (client-dynamodb with environment credentials). */
export const BUDGET = 400_000;

/** `[{ name, bytes, over }]` of a metafile's JavaScript outputs, largest first. */
export const sizesOf = (metafile, root) =>
  Object.entries(metafile.outputs)
    .filter(([path]) => path.endsWith('.js'))
    .map(([path, { bytes }]) => ({
      name: relative(root, resolve(HERE, '..', path)),
      bytes,
      over: path.endsWith('/index.js') && bytes > BUDGET,
    }))
    .sort((a, b) => b.bytes - a.bytes);

const dist = join(HERE, 'dist');
const sizes = sizesOf(JSON.parse(await readFile(join(dist, 'meta.json'), 'utf8')), dist);
for (const { name, bytes, over } of sizes) {
  const note = name.endsWith('/index.js') ? (over ? `over the budget of ${BUDGET / 1000} kB` : '') : 'lazy';
  console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${name}  ${note}`.trimEnd());
}
if (sizes.some(({ over }) => over)) {
  console.error(
    `A function is over ${BUDGET / 1000} kB: see functions/dist/meta.json (https://esbuild.github.io/analyze/), load what is rare with import('./x').`,
  );
  process.exitCode = 1;
}
