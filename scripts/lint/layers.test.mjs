import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './places.mjs';

jest.setTimeout(60_000);

/** Cruises a small house of these files and resolves to `rule: from → to` lines. */
const cruise = (files) =>
  new Promise((resolve) => {
    const house = mkdtempSync(join(tmpdir(), 'layers-'));
    for (const [path, text] of Object.entries({ 'tsconfig.json': '{}', ...files })) {
      mkdirSync(join(house, dirname(path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const depcruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0]))];
    execFile(
      process.execPath,
      [depcruise, '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders],
      { cwd: house },
      (_, stdout) => {
        rmSync(house, { recursive: true });
        resolve(JSON.parse(stdout).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`));
      },
    );
  });

test('each way to break the layers is found, and nothing else', async () => {
  const found = await cruise({
    'functions/src/kernel/serve.ts': "import '../councils/repo';",
    'functions/src/councils/repo.ts': 'export const repo = 1;',
    'functions/src/councils/index.ts':
      "import '../directory/repo'; import '../kernel/serve'; import './repo'; import './nowhere';",
    'functions/src/directory/repo.ts': "import '../../../apps/local/src/test-tables'; export const repo = 1;",
    'functions/src/directory/repo.ddb.test.ts': "import '../../../apps/local/src/test-tables'; import './repo';",
    'functions/src/directory/alone.ts': 'export const alone = 1;',
    'functions/src/identity/a.ts': "import { b } from './b'; export const a = () => b;",
    'functions/src/identity/b.ts': "import { a } from './a'; export const b = () => a;",
    'functions/src/identity/c.ts': "import type { D } from './d'; export type C = 1; export const c: D = 1;",
    'functions/src/identity/d.ts': "import type { C } from './c'; export type D = C;",
    'apps/local/src/test-tables.ts': 'export const tables = 1;',
    'apps/local/src/gateway.ts': "import '../../../functions/src/identity/a';",
    'apps/miniprogram/src/tabs/home/index.ts': "import '../welcome'; import '../../councils/row';",
    'apps/miniprogram/src/tabs/welcome.ts': "import '../kernel/call';",
    'apps/miniprogram/src/kernel/call.ts': 'export const call = 1;',
    'apps/miniprogram/src/tabs/councils/index.ts': "import '../../councils/row';",
    'apps/miniprogram/src/councils/row.ts': "import '../kernel/call';",
    'shared/src/kernel/ids.ts': "import '../../../functions/src/councils/repo';",
  });
  expect(found.sort()).toEqual([
    'kernel-below-slices: functions/src/kernel/serve.ts → functions/src/councils/repo.ts',
    'kernel-below-slices: shared/src/kernel/ids.ts → functions/src/councils/repo.ts',
    'local-runs-what-is-built: apps/local/src/gateway.ts → functions/src/identity/a.ts',
    'no-cycles: functions/src/identity/a.ts → functions/src/identity/b.ts',
    'no-missing: functions/src/councils/index.ts → ./nowhere',
    'no-orphans: functions/src/directory/alone.ts → functions/src/directory/alone.ts',
    'no-tests-in-source: functions/src/directory/repo.ts → apps/local/src/test-tables.ts',
    'shared-stands-alone: shared/src/kernel/ids.ts → functions/src/councils/repo.ts',
    'slices-stand-alone: apps/miniprogram/src/tabs/home/index.ts → apps/miniprogram/src/councils/row.ts',
    'slices-stand-alone: functions/src/councils/index.ts → functions/src/directory/repo.ts',
    'workspaces-meet-in-shared: functions/src/directory/repo.ts → apps/local/src/test-tables.ts',
  ]);
});
