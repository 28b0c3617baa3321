import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Sources stand inside `functions`, so that they find its packages as a real entry does. */
let root: string;
beforeEach(() => {
  mkdirSync('functions/dist', { recursive: true });
  root = mkdtempSync('functions/.build-test-');
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'src', path)), { recursive: true });
    writeFileSync(join(root, 'src', path), text);
  }
};
/** `build.mjs` is an ES module of plain Node: it runs in a process of its own, as in `npm run build:functions`. */
const node = (script: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, AWS_ACCESS_KEY_ID: 'of-the-environment', AWS_SECRET_ACCESS_KEY: 'x' },
  });
const build = () =>
  node(`import { buildFunctions } from ${JSON.stringify(`${process.cwd()}/functions/build.mjs`)};
  import { resolve } from 'node:path';
  const meta = await buildFunctions({ src: resolve(${JSON.stringify(`${root}/src`)}), out: resolve(${JSON.stringify(`${root}/dist`)}) });
  console.log(Object.keys(meta.outputs).filter((path) => path.endsWith('.js')).map((path) => path.split('/dist/')[1]).sort().join());`).trim();
const call = (entry: string) =>
  node(`import { createRequire } from 'node:module';
  const { handler } = createRequire(import.meta.url)(${JSON.stringify(`${process.cwd()}/${root}/dist/${entry}/index.js`)});
  console.log(JSON.stringify(await handler()));`).trim();
const faultsOf = (inputs: Record<string, number>, path = 'functions/dist/x/index/index.js') =>
  JSON.parse(
    node(`import { faultsOf } from ${JSON.stringify(`${process.cwd()}/functions/build.mjs`)};
  const inputs = ${JSON.stringify(Object.fromEntries(Object.entries(inputs).map(([k, bytesInOutput]) => [k, { bytesInOutput }])))};
  console.log(JSON.stringify(faultsOf(${JSON.stringify(path)}, { inputs })));`),
  ) as string[];

describe('build.mjs', () => {
  it('builds each file of a slice that exports handler, and nothing of the kernel, tests or other files', () => {
    write({
      'councils/index.ts': 'export const handler = async () => 1;',
      'councils/on-events.ts': 'export async function handler() { return 2; }',
      'councils/cast-vote.ts': 'export const castVote = 1; // export const handler',
      'councils/index.test.ts': 'export const handler = 0;',
      'kernel/serve.ts': 'export const handler = 0;',
    });
    expect(build()).toBe('councils/index/index.js,councils/on-events/index.js');
    expect(call('councils/on-events')).toBe('2');
    expect(existsSync(join(root, 'dist/councils/index/index.js.map'))).toBe(true);
    expect(existsSync(join(root, 'dist/meta.json'))).toBe(true);
  });

  it('leaves what was built before when a source is broken, and nothing of it when the next build is done', () => {
    write({
      'councils/index.ts': 'export const handler = async () => 1;',
      'councils/on-events.ts': 'export const handler = async () => 2;',
    });
    build();
    write({ 'councils/index.ts': 'export const handler = async () => {' });
    expect(build).toThrow();
    expect(call('councils/index')).toBe('1');
    write({
      'councils/index.ts': 'export const handler = async () => 3;',
      'councils/on-events.ts': 'export const gone = 1;',
    });
    expect(build()).toBe('councils/index/index.js');
    expect(existsSync(join(root, 'dist/councils/on-events'))).toBe(false);
  });

  it('makes a lazy import a second file with its assets beside it, required when it is first needed', () => {
    write({
      'directory/index.ts': "export const handler = async () => (await import('./print-sheet')).printSheet();",
      'directory/print-sheet.ts':
        "import { readFileSync } from 'node:fs';\nimport { join } from 'node:path';\nexport const printSheet = () => readFileSync(join(__dirname, 'assets', 'font.txt'), 'utf8');",
      'directory/assets/font.txt': 'a font',
    });
    expect(build()).toBe('directory/index/index.js,directory/index/lazy-directory-print-sheet.js');
    expect(call('directory/index')).toBe('"a font"');
    expect(readFileSync(join(root, 'dist/directory/index/index.js'), 'utf8')).not.toContain('readFileSync');
  });

  it('signs with the credentials of the environment, and brings no other way to find any', () => {
    write({
      'ledger/index.ts':
        "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nexport const handler = async () => (await new DynamoDBClient({ region: 'x' }).config.credentials()).accessKeyId;",
    });
    build();
    expect(call('ledger/index')).toBe('"of-the-environment"');
    const { inputs } = JSON.parse(readFileSync(join(root, 'dist/meta.json'), 'utf8')) as { inputs: object };
    const providers = Object.keys(inputs).flatMap(
      (input) => /@aws-sdk\/(credential-provider-\w+)/.exec(input)?.[1] ?? [],
    );
    expect(new Set(providers)).toEqual(new Set(['credential-provider-env']));
  });

  it('leaves out summaries and sentences that only the documentation says, and keeps statuses', () => {
    const source = `import { REFUSALS, refuse } from '@gongzhi/shared/kernel/refusals';
      import { ledger } from '@gongzhi/shared/ledger/contract';
      const [route] = Object.values(ledger);
export const handler = async () => [REFUSALS.STALE, refuse('STALE'), route?.summary, route?.method];`;
    write({ 'ledger/index.ts': source, 'api/index.ts': source });
    build();
    expect(JSON.parse(call('ledger/index'))).toEqual([[409, ''], { refused: 'STALE' }, '', 'GET']);
    const [stale, , summary] = JSON.parse(call('api/index')) as [[number, string], unknown, string];
    expect(stale[1]).toMatch(/[一-龥]/);
    expect(summary).not.toBe('');
  });

  it('does not build a function that would say a sentence it has not', () => {
    write({
      'ledger/index.ts':
        "import { refuse, says } from '@gongzhi/shared/kernel/refusals';\nexport const handler = async () => says(refuse('STALE'));",
    });
    expect(build).toThrow('says');
  });

  it('brings no endpoint discovery, no event streams and of a client’s package.json the version alone', () => {
    write({
      'ledger/index.ts':
        "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nexport const handler = async () => (await new DynamoDBClient({ region: 'x' }).config.defaultUserAgentProvider()).join();",
    });
    build();
    expect(call('ledger/index')).toMatch(/aws-sdk-js.*3\.\d+/);
    const { inputs } = JSON.parse(readFileSync(join(root, 'dist/meta.json'), 'utf8')) as { inputs: object };
    expect(
      Object.keys(inputs).filter((input) => /mnemonist|endpoint-discovery\/dist|submodules\/event-streams/.test(input)),
    ).toEqual([]);
  });

  it('refuses a summary it could not leave out', () => {
    const asked = node(`import { withoutSummaries } from ${JSON.stringify(`${process.cwd()}/functions/plugins.mjs`)};
      const tried = (text) => { try { return withoutSummaries(text); } catch ({ message }) { return message; } };
      console.log(tried("summary: 'It\\\\'s', a"), '|', tried('summary: \`\${a}\`'));`);
    expect(asked).toContain("summary: '', a | A route's summary must be one quoted string");
  });

  it.each([
    ['zod’s locales', { 'node_modules/zod/v4/locales/en.js': 9 }, 'zod/mini'],
    [
      'two copies of the SDK',
      { 'node_modules/@smithy/core/a.js': 9, 'node_modules/@aws-sdk/lib-dynamodb/node_modules/@smithy/core/a.js': 9 },
      'Pin one version',
    ],
  ])('refuses a bundle with %s', (_, inputs, says) => {
    expect(faultsOf(inputs as Record<string, number>).join()).toContain(says);
  });

  it('refuses a lazy file with an SDK client of its own, and lets pass what was only looked at', () => {
    expect(faultsOf({ 'node_modules/@aws-sdk/client-dynamodb/a.js': 9 }, 'x/lazy-print.js').join()).toContain(
      'second SDK client',
    );
    expect(
      faultsOf({ 'node_modules/@aws-sdk/client-dynamodb/a.js': 9, 'node_modules/zod/v4/locales/en.js': 0 }),
    ).toEqual([]);
  });
});
