/** Where a file stands in the house. The folder says it, so a new slice is guarded the day it appears. */
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const WORKSPACES = ['shared', 'functions', 'infra', 'apps/miniprogram', 'apps/local', 'apps/recount'];
/** Workspaces whose folders under `src` are slices of the house; the local cloud is cut by what it imitates. */
const SLICED = ['shared', 'functions', 'apps/miniprogram'];
/** The first folder; a tab belongs to the slice it is named after, and what lies beside the tabs to all of them. */
const SLICE = /^(?:tabs\/)?(?!tabs\/)([^/]+)\/(.+)$/;

/** `{ path, workspace, slice, rest, isTest }` of a file of the repository; a test is `x.test.ts` or, for what only tests use, `test-x.ts`; `slice` is `kernel` for the kernel and '' for a file beside the slices. */
export const placeOf = (filename, root = ROOT) => {
  const path = relative(root, filename).split(sep).join('/');
  const isTest = /(\.test\.\w+|(^|\/)test-[^/]+)$/.test(path);
  const workspace = WORKSPACES.find((name) => path.startsWith(`${name}/src/`));
  if (!workspace) return { path, workspace: undefined, slice: '', rest: path, isTest };
  const inside = path.slice(workspace.length + '/src/'.length);
  const [, slice = '', rest = inside] = (SLICED.includes(workspace) && SLICE.exec(inside)) || [];
  return { path, workspace, slice, rest, isTest };
};

const homeOf = (name) => WORKSPACES.find((workspace) => workspace.endsWith(name)) ?? name;

/** Where an import leads: `{ package }` for another's code, `{ place }` for ours. */
export const targetOf = (source, filename, root = ROOT) => {
  const [, name, rest] = /^@gongzhi\/(\w+)\/?(.*)$/.exec(source) ?? [];
  if (name) return { place: placeOf(join(root, homeOf(name), 'src', `${rest}.ts`), root) };
  if (!source.startsWith('.')) return { package: source };
  return { place: placeOf(resolve(filename, '..', source), root) };
};

/** Calls `check(source, node)` for every static, dynamic, re-exporting and `require` import. */
export const onImports = (check) => {
  const literal = (node) =>
    node && node.type === 'Literal' && typeof node.value === 'string' && check(node.value, node);
  return {
    ImportDeclaration: ({ source }) => literal(source),
    ExportNamedDeclaration: ({ source }) => literal(source),
    ExportAllDeclaration: ({ source }) => literal(source),
    ImportExpression: ({ source }) => literal(source),
    TSImportType: ({ source }) => literal(source),
    "CallExpression[callee.name='require']": ({ arguments: [first] }) => literal(first),
    "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|requireActual)$/]": ({
      arguments: [first],
    }) => literal(first),
  };
};
