/** Runs the checks of house.mjs over every file of the repository and prints what is wrong. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKS } from './house.mjs';
import { ROOT } from './places.mjs';

const SKIPPED = /^(node_modules|dist|coverage|cdk\.out.*|\..+)$/;
const KEPT = new Set(['.ci', '.github']);
const TEXT = /\.(ts|tsx|mjs|js|cjs|json|scss|md|yml|yaml|html)$|^run$/;

const walk = async (folder) => {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return SKIPPED.test(entry.name) && !KEPT.has(entry.name) ? [] : walk(path);
      if (!TEXT.test(entry.name) || entry.name === 'package-lock.json') return [];
      return [{ path, text: await readFile(join(ROOT, path), 'utf8') }];
    }),
  );
  return found.flat();
};

const files = await walk('');
const faults = Object.values(CHECKS).flatMap((check) => check(files));
for (const fault of faults) console.error(fault);
console.log(`house: ${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
