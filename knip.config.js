import { findEntries } from './functions/build.mjs';

/** Function entries are found by what they export, as the build finds them: a new slice needs no line here. */
const functions = (await findEntries('functions/src')).map((entry) => `src/${entry}.ts!`);

/** @type {import('knip').KnipConfig} */
export default {
  ignoreExportsUsedInFile: true,
  workspaces: {
    '.': {
      entry: ['scripts/*.mjs', 'scripts/lint/check-house.mjs', '**/*.test.mjs'],
      project: ['scripts/**/*.mjs', 'e2e/**/*.ts'],
      // Named by the loader comment of jest.config.ts; run by path from scripts/test.mjs.
      ignoreDependencies: ['esbuild-register', 'dependency-cruiser', 'prettier'],
    },
    shared: { entry: ['src/*/contract.ts'], project: ['src/**/*.ts'] },
    functions: { entry: ['*.mjs', 'assets/*.mjs', ...functions], project: ['src/**/*.ts', '*.mjs', 'assets/*.mjs'] },
    infra: { entry: ['src/synth.ts', 'src/deploy.ts'], project: ['src/**/*.ts'] },
    'apps/local': { entry: ['src/main.ts'], project: ['src/**/*.ts'] },
    'apps/recount': { entry: ['src/main.mjs'], project: ['src/**/*.mjs'] },
    'apps/miniprogram': {
      entry: ['src/app.{ts,tsx}', 'src/**/index.tsx', 'src/**/*.config.ts', 'config/*.{ts,js}', '*.mjs'],
      project: ['src/**/*.{ts,tsx}', 'config/**/*.{ts,js}'],
      // Loaded by Taro's CLI and by the code it generates; `buffer` is what iconv-lite asks for where there is no Node.
      ignoreDependencies: [
        '@babel/runtime',
        '@tarojs/plugin-*',
        '@tarojs/react',
        '@tarojs/runtime',
        '@tarojs/taro-loader',
        '@tarojs/webpack5-runner',
        '@pmmmwh/react-refresh-webpack-plugin',
        'react-dom',
        'buffer',
        'ajv',
      ],
    },
  },
};
