/** `npm run bench`: installs what is missing, builds what is stale, measures everything, or what `-- --only` names, and prints one table. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const measure = () =>
  new Promise((done) => {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--import',
        'tsx',
        'apps/local/src/bench/main.ts',
        ...process.argv.slice(2),
      ],
      {
        cwd: ROOT,
        stdio: 'inherit',
        env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
      },
    );
    child.on('exit', (code) => done(code ?? 1));
  });

process.exit((await prepare(ROOT, ['deployment', 'h5', 'weapp'])) ? await measure() : 1);
