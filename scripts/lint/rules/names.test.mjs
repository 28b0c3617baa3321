import { join } from 'node:path';
import { RuleTester } from 'eslint';
import { ROOT } from '../places.mjs';
import names from './names.mjs';

const at = (path, code = '') => ({ name: `${path}: ${code}`, filename: join(ROOT, path), code });
const bad = (messageId, path, code = '') => ({ ...at(path, code), errors: [{ messageId }] });

new RuleTester().run('names', names, {
  valid: [
    at('functions/src/councils/cast-vote.ts', 'export const castVote = 1;'),
    at('functions/src/councils/cast-vote.ts', 'const castVote = 1; export { castVote };'),
    at('functions/src/councils/cast-vote.ts', 'export async function castVote() {}'),
    at('functions/src/councils/repo.ddb.test.ts'),
    at('functions/src/councils/on-events.ts'),
    at('functions/src/kernel/serve.ts'),
    at('shared/src/councils/rule-sets.ts'),
    at('apps/miniprogram/src/councils/motion/index.config.ts'),
    at('apps/miniprogram/babel.config.js'),
    at('scripts/lint/places.mjs'),
    at('.dependency-cruiser.cjs'),
  ],
  invalid: [
    bad('kebab', 'functions/src/councils/castVote.test.ts'),
    bad('kebab', 'apps/miniprogram/src/councils/Motion/index.tsx'),
    bad('empty', 'functions/src/kernel/utils.ts'),
    bad('empty', 'apps/miniprogram/src/kernel/helpers/time.ts'),
    bad('empty', 'shared/src/councils/types.ts'),
    bad('role', 'functions/src/councils/voting.ts', 'export const voting = 1;'),
    bad('verb', 'functions/src/councils/cast-vote.ts', 'export const vote = 1;'),
    bad('barrel', 'shared/src/councils/index.ts', "export * from './rules';"),
    bad('barrel', 'functions/src/kernel/serve.ts', "export { commit } from './commit';"),
  ],
});
