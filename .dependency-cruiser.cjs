/** The whole graph: cycles, dead ends and layers. Single imports are taught about by ESLint's house/boundaries. */
/** Tests, and what only tests use: `x.test.ts` and `test-x.ts`. */
const TEST = '(\\.test\\.\\w+|/test-[^/]+)$';
const SLICED = '^(functions|apps/miniprogram)/src';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one idea, or need a third. Types may meet: they vanish when compiled.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing uses this file and it starts nothing. Delete it, or use it.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.test\\.\\w+$',
          '\\.config\\.(ts|js|mjs|cjs)$',
          '^scripts/',
          '(^|/)\\.[^/]+\\.(js|cjs|mjs)$',
          '^[^/]+\\.mjs$',
          '^apps/miniprogram/(config|babel)',
        ],
      },
      to: {},
    },
    {
      name: 'slices-stand-alone',
      comment: 'Slices share ids and listen to events (on-events.ts); what two of them use lies in kernel/.',
      severity: 'error',
      from: { path: `${SLICED}/(?:tabs/)?(?!kernel/)([^/]+)/` },
      to: { path: `${SLICED}/[^/]+/`, pathNot: [`${SLICED}/kernel/`, '^$1/src/(tabs/)?$2/', '^$1/src/tabs/[^/]+$'] },
    },
    {
      name: 'kernel-below-slices',
      comment: 'Every slice stands on the kernel; the kernel knows none of them.',
      severity: 'error',
      from: { path: '^(?:shared|functions|apps/miniprogram)/src/kernel/', pathNot: TEST },
      to: { path: '^(?:shared|functions|apps/miniprogram)/src/(?!kernel/)[^/]+/' },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared is read by all and reads none.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(functions|infra|apps)/' },
    },
    {
      name: 'workspaces-meet-in-shared',
      comment:
        'functions, infra and apps meet in shared, over HTTP and in events, never in source. Tests may start the local cloud.',
      severity: 'error',
      from: { path: '^(functions|infra|apps/miniprogram)/src/', pathNot: TEST },
      to: { path: '^(functions|infra|apps/[^/]+)/src/', pathNot: '^$1/' },
    },
    {
      name: 'recount-stands-alone',
      comment: 'Whoever distrusts the server must not have to trust its code: Node and its own files, nothing else.',
      severity: 'error',
      from: { path: '^apps/recount/src/', pathNot: TEST },
      to: { pathNot: '^apps/recount/src/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'local-runs-what-is-built',
      comment: 'The local cloud runs the built functions and pages, not their source.',
      severity: 'error',
      from: { path: '^apps/local/src/', pathNot: TEST },
      to: { path: '^(functions|apps/miniprogram)/src/' },
    },
    {
      name: 'no-sdk-in-apps-and-shared',
      comment: 'Only functions talk to AWS; the local cloud talks to the engine.',
      severity: 'error',
      from: { path: '^(shared|apps/miniprogram)/' },
      to: { path: '(^|node_modules/)(@aws-sdk|@smithy|aws-cdk-lib)/' },
    },
    {
      name: 'no-tests-in-source',
      comment: 'What a test holds is for tests, and for what measures.',
      severity: 'error',
      from: { pathNot: [TEST, '^functions/measure-'] },
      to: { path: TEST },
    },
    {
      name: 'no-missing',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^@dynoxide/', '\\.scss$'] },
    },
    {
      name: 'no-dev-packages-in-source',
      comment: 'A package that runs is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^(shared|functions|apps/[^/]+)/src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|cdk\\.out[^/]*|\\.local|coverage|\\.swc)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
