import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import house from './scripts/lint/plugin.mjs';

const TESTS = ['**/*.test.{ts,tsx,mjs}'];
const NODE = Object.fromEntries(
  [
    'process',
    'console',
    'URL',
    'Buffer',
    'setTimeout',
    'setImmediate',
    'clearTimeout',
    'fetch',
    'performance',
    'structuredClone',
    'AbortSignal',
    'TextDecoder',
    'TextEncoder',
  ].map((name) => [name, 'readonly']),
);
const COMMONJS = { ...NODE, module: 'writable', exports: 'writable', require: 'readonly', __dirname: 'readonly' };
const JEST = Object.fromEntries(
  ['test', 'expect', 'describe', 'it', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach', 'jest'].map((name) => [
    name,
    'readonly',
  ]),
);

/** Syntax this house does not write, each with what to write instead. */
const BANNED = [
  [
    "ImportDeclaration[source.value='zod'], ExportNamedDeclaration[source.value='zod']",
    "Write `import * as z from 'zod/mini'`: 'zod' brings 50 locales (443 kB) into the bundle.",
  ],
  [
    "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    "Write `import * as z from 'zod/mini'`, so that every file reads the same and unused parts drop out.",
  ],
  [
    'Identifier[name=/^(paginate)?ScanCommand$|^paginateScan$/]',
    'No Scan anywhere: a scan costs what the table holds. Give the read its own key in repo.ts.',
  ],
  [
    "NewExpression[callee.name='ScanCommand']",
    'No Scan anywhere: a scan costs what the table holds. Give the read its own key in repo.ts.',
  ],
];
const BANNED_IN_TESTS = [
  [
    'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(skip|only|todo|failing)$/]',
    'A test runs or is deleted. .skip and .only hide what they were written for.',
  ],
  ['CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', 'A test runs or is deleted.'],
];
const banned = (list) => ['error', ...list.map(([selector, message]) => ({ selector, message }))];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/cdk.out*/',
      '**/.local/',
      '**/.cache/',
      '**/coverage/',
      '**/.temp/',
      'apps/miniprogram/types/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,js,cjs}'],
    plugins: { house },
    rules: {
      'house/boundaries': 'error',
      'house/names': 'error',
      'house/platform': 'error',
      'house/pure-rules': 'error',
      complexity: ['error', { max: 8, variant: 'modified' }],
      'max-lines': ['error', 200],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'no-restricted-syntax': banned(BANNED),
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-control-regex': 'off',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      eqeqeq: ['error', 'always'],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // A shape and its type share one name.
      '@typescript-eslint/no-redeclare': 'off',
      'no-redeclare': 'off',
    },
  },
  {
    files: [
      'functions/src/**/*.ts',
      'infra/src/**/*.ts',
      'apps/local/src/**/*.ts',
      'apps/miniprogram/src/**/*.{ts,tsx}',
      'shared/src/**/*.ts',
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['**/*.mjs', 'jest.config.ts'], languageOptions: { globals: NODE } },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: { sourceType: 'module', globals: COMMONJS },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: TESTS,
    languageOptions: { globals: { ...NODE, ...JEST } },
    rules: {
      'max-lines': ['error', 400],
      'max-params': 'off',
      'no-restricted-syntax': banned([...BANNED, ...BANNED_IN_TESTS]),
      '@typescript-eslint/no-misused-promises': 'off',
    },
  },
);
