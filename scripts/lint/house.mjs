/** What a linter of single files cannot see: sizes of a workspace, tests against source, tokens in styles, paths that leave the house. */
import { join, posix } from 'node:path';
import { ROOT, WORKSPACES, placeOf } from './places.mjs';

export const MEDIAN = 60;
export const LONGEST = 200;
/** Workspaces whose tests weigh at least as much as their source. */
const TESTED = ['shared', 'functions'];

const isTest = ({ path }) => placeOf(join(ROOT, path)).isTest;
const isCode = ({ path }) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts');
const within =
  (workspace) =>
  ({ path }) =>
    path.startsWith(`${workspace}/src/`);
const linesOf = ({ text }) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
const bytesOf = (files) => files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;

/** Half of a workspace's files fit on a screen; none needs a map. */
export const sizes = (files) => [
  ...WORKSPACES.flatMap((workspace) => {
    const middle = median(
      files
        .filter(within(workspace))
        .filter((file) => isCode(file) && !isTest(file))
        .map(linesOf),
    );
    return middle > MEDIAN
      ? [
          `${workspace}: the median file has ${middle} lines, the house keeps it at ${MEDIAN}. Cut files that hold two ideas.`,
        ]
      : [];
  }),
  ...files
    .filter((file) => /\.(ts|tsx|mjs|js|cjs|scss)$/.test(file.path) && !isTest(file) && linesOf(file) > LONGEST)
    .map(
      (file) =>
        `${file.path}: ${linesOf(file)} lines, at most ${LONGEST}. It holds more than one idea: give the second its own file.`,
    ),
];

export const tested = (files) =>
  TESTED.flatMap((workspace) => {
    const code = files.filter(within(workspace)).filter(isCode);
    const [tests, source] = [bytesOf(code.filter(isTest)), bytesOf(code.filter((file) => !isTest(file)))];
    return tests >= source
      ? []
      : [
          `${workspace}: ${tests} bytes of tests for ${source} of source. What is not tested there is not known to work.`,
        ];
  });

const COLOUR = /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/i;
/** Lines of one or two pixels are drawn as they are; every other length of a page is a token. The parts in kernel/ui are what tokens are made into. */
const LENGTH = /(?<![\w.-])(?!(?:1|2)px)\d*\.?\d+(px|rpx|rem|pt)\b/i;
const INLINE = /['"]\d+r?px['"]/;
const isPage = ({ path }) =>
  !path.startsWith('apps/miniprogram/src/kernel/') && !path.startsWith('apps/miniprogram/src/app.');
const isStyled = ({ path }) =>
  path.startsWith('apps/miniprogram/src/') && /\.(scss|tsx)$/.test(path) && !path.endsWith('/tokens.scss');
const blank = (text) =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:\w])\/\/.*|@media[^{]*/g, (part) => part.replace(/[^\n]/g, ' '));

/** Colours and lengths come from tokens.scss, so that elder mode and contrast are decided in one place. */
export const tokens = (files) =>
  files.filter(isStyled).flatMap(({ path, text }) =>
    blank(text)
      .split('\n')
      .flatMap((line, i) => {
        const found =
          COLOUR.exec(line) ?? (isPage({ path }) ? (path.endsWith('.scss') ? LENGTH : INLINE).exec(line) : null);
        return found
          ? [
              `${path}:${i + 1}: '${found[0]}' is no token. Use var(--…) from kernel/tokens.scss, or name a new one there.`,
            ]
          : [];
      }),
  );

const WORKPLACE = new RegExp(['', 'work', ''].join('/') + '(main|shared|\\.)', 'g');
const LEAVING = /(?:\.\.\/)+(?:[\w.-]+\/)*[\w.-]+/g;

/** Everything the repository needs is in it: no path of one computer, none that climbs out (tests may make up houses of their own). */
export const paths = (files) =>
  files.flatMap(({ path, text }) => [
    ...[...text.matchAll(WORKPLACE)].map(
      ([found]) => `${path}: '${found}' is a path of one computer. Keep what is needed in the repository.`,
    ),
    ...(isTest({ path }) ? [] : [...text.matchAll(LEAVING)])
      .filter(([found]) => posix.join(posix.dirname(path), found).startsWith('../'))
      .map(([found]) => `${path}: '${found}' leaves the repository. Keep what is needed in it.`),
  ]);

export const CHECKS = { sizes, tested, tokens, paths };
