/** @jest-config-loader esbuild-register */
import { existsSync, readdirSync } from 'node:fs';
import type { Config } from 'jest';

const folders = ['shared', 'functions', 'infra', ...readdirSync('apps').map((app) => `apps/${app}`)];
// Packages that ship ES modules only: jest runs CommonJS, so they are transformed with our own code.
const ESM = ['@gongzhi', 'jose', '@middy', '@noble', 'chinese-days'];

const config: Config = {
  projects: folders
    .filter((folder) => existsSync(`${folder}/src`))
    .map((folder) => ({
      displayName: folder,
      rootDir: '.',
      roots: [`<rootDir>/${folder}/src`],
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testEnvironment: 'node',
      extensionsToTreatAsEsm: [],
      transform: {
        '^.+\\.[tj]sx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' } }],
      },
      transformIgnorePatterns: [`/node_modules/(?!(${ESM.join('|')})/)`],
    })),
};
export default config;
