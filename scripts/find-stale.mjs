/** Which outputs are older than their sources, told by content: clocks and checkouts do not matter. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const isSource = (name) =>
  !/\.test\.\w+$/.test(name) && name !== 'node_modules' && name !== 'dist' && !name.startsWith('.');

const filesIn = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter(isSource)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
};

/** One hash over the names and contents of every source file under `sources` (tests and dot files aside). */
export const hashOf = (root, sources) => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(join(root, source)))) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
};

const stampOf = (root, name) => join(root, '.cache/start', name);

/** The builds of `{ name, sources, output }` whose sources changed since `markFresh`, or whose output is gone. */
export const findStale = (root, builds) =>
  builds.filter(({ name, sources, output }) => {
    const stamp = stampOf(root, name);
    return (
      !existsSync(join(root, output)) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOf(root, sources)
    );
  });

/** Notes that a build's output belongs to the sources whose hash was taken before it ran. */
export const markFresh = (root, { name }, hash) => {
  mkdirSync(dirname(stampOf(root, name)), { recursive: true });
  writeFileSync(stampOf(root, name), hash);
};
