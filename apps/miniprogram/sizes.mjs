import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Prints what the built mini-program and H5 weigh beside their budgets; exits 1 past one. Build first. */
const dist = join(dirname(fileURLToPath(import.meta.url)), 'dist');
const KB = 1024;
const PACKAGE_LIMIT = 2 * KB * KB; // WeChat, each package
const BUDGETS = { main: KB * KB, all: 4 * KB * KB, entry: 220 * KB };

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((it) =>
    it.isDirectory() ? files(join(folder, it.name)) : [join(folder, it.name)],
  );
const weigh = (paths) =>
  paths.filter((path) => !path.endsWith('.LICENSE.txt')).reduce((sum, path) => sum + statSync(path).size, 0);

const need = (file, command) => {
  if (existsSync(file)) return;
  console.error(`${file} is missing. Build it first: npm run ${command}`);
  process.exit(1);
};

const weapp = join(dist, 'weapp');
need(join(weapp, 'app.json'), 'build:weapp');
need(join(dist, 'h5/index.html'), 'build:h5');

const roots = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')).subPackages.map(({ root }) =>
  join(weapp, root),
);
const everything = files(weapp);
const inside = (root) => everything.filter((path) => path.startsWith(`${root}/`));
const main = everything.filter((path) => !roots.some((root) => path.startsWith(`${root}/`)));

const html = readFileSync(join(dist, 'h5/index.html'), 'utf8');
const entry = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) =>
  readFileSync(join(dist, 'h5', path)),
);

const rows = [
  ['weapp main package', weigh(main), BUDGETS.main],
  ...roots.map((root) => [`weapp ${root.slice(weapp.length + 1)}`, weigh(inside(root)), PACKAGE_LIMIT]),
  ['weapp all packages', weigh(everything), BUDGETS.all],
  ['H5 entry, gzipped', entry.reduce((sum, text) => sum + gzipSync(text).length, 0), BUDGETS.entry],
];
for (const [what, size, budget] of rows) {
  console.log(
    `${what.padEnd(22)}${(size / KB).toFixed(1).padStart(9)} KB of ${(budget / KB).toFixed(0).padStart(5)} KB ${size > budget ? 'TOO BIG' : 'ok'}`,
  );
}
process.exitCode = rows.some(([, size, budget]) => size > budget) ? 1 : 0;
