import { join } from 'node:path';
import { RuleTester } from 'eslint';
import { ROOT } from '../places.mjs';
import pureRules from './pure-rules.mjs';

const filename = join(ROOT, 'shared/src/councils/rules.ts');
const bad = (messageId, code) => ({ filename, code, errors: [{ messageId }] });

new RuleTester().run('pure-rules', pureRules, {
  valid: [
    { filename, code: 'export const closed = (vote, now) => now >= new Date(vote.closesAt) && Math.floor(1.5) === 1;' },
    { filename: join(ROOT, 'functions/src/councils/index.ts'), code: 'const now = new Date();' },
    { filename: join(ROOT, 'shared/src/councils/rules.test.ts'), code: 'const now = Date.now();' },
  ],
  invalid: [
    {
      filename: join(ROOT, 'shared/src/kernel/time.ts'),
      code: 'export const today = () => new Date();',
      errors: [{ messageId: 'clock' }],
    },
    bad('clock', 'const now = Date.now();'),
    bad('clock', 'const now = new Date();'),
    bad('clock', 'const now = Date();'),
    bad('clock', 'const t = performance.now();'),
    bad('chance', 'const x = Math.random();'),
    bad('chance', 'const id = crypto.randomUUID();'),
    bad('world', 'const stage = process.env.STAGE;'),
    bad('world', "import { readFileSync } from 'node:fs';"),
    bad('world', 'export const ask = async (x) => await x;'),
    bad('world', "console.log('vote');"),
    bad('world', "fetch('/x');"),
  ],
});
