/** @jest-config-loader esbuild-register */
import { existsSync, readdirSync } from 'node:fs';
import type { Config } from 'jest';

const folders = ['shared', 'functions', 'infra', ...readdirSync('apps').map((app) => `apps/${app}`)];
// Packages that ship ES modules only: jest runs CommonJS, so they are transformed with our own code.
const ESM = ['@gongzhi', 'jose', '@middy', '@noble', 'ml-[a-z-]+', 'is-any-array'];

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
] as [string, object];
const project = (displayName: string, root: string) => ({
  displayName,
  rootDir: '.',
  roots: [`<rootDir>/${root}`],
  testMatch: ['**/*.test.ts', '**/*.test.tsx', '**/*.test.mjs'],
  testEnvironment: 'node',
  runtime: '<rootDir>/scripts/jest/runtime.cjs',
  extensionsToTreatAsEsm: [],
  transform: { '^.+\\.m?[tj]sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM.join('|')})/)`],
});

const config: Config = {
  // A busy computer makes a test slow, not wrong: only a hang ends it.
  testTimeout: 60_000,
  // Each file leaves some megabytes behind: a worker that grew is replaced, and one process never runs all files.
  workerIdleMemoryLimit: '640MB',
  projects: [
    ...folders.filter((folder) => existsSync(`${folder}/src`)).map((folder) => project(folder, `${folder}/src`)),
    ...['scripts', 'e2e'].filter(existsSync).map((folder) => project(folder, folder)),
  ],
};
export default config;
