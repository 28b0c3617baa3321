import type { FirstScreen, FunctionWeight, Package } from './measure-weights';
import type { RouteUnits } from './measure-units';
import type { Row, Section } from './print-table';

/** A bare Taro 4.2 app built for WeChat, and its H5 entry gzipped, in KB (architecture §7). */
const BARE = { weapp: 332, h5: 98 };
const KB = 1024;
const share = (measured: number, budget: number) => (budget > 0 ? (measured / budget).toFixed(2) : '');
const middle = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const isEqual = ({ few, many }: RouteUnits) => few === undefined || few === many;

const writeRow = ({ name, writes, budget }: RouteUnits): Row => {
  const most = Math.max(...writes);
  const usual = middle(writes);
  return {
    what: name,
    measured: `${most} write units${usual < most ? `, usually ${usual}` : ''} (${writes.length} calls)`,
    against: `≤ ${budget}`,
    ratio: share(most, budget),
    ok: most <= budget,
  };
};
const readRow = (route: RouteUnits): Row => ({
  what: route.name,
  measured: route.few === undefined ? `${route.read} read units` : `${route.few} → ${route.many} read units`,
  against: route.few === undefined ? '0 writes' : 'equal, 0 writes',
  ratio: route.few ? share(route.many ?? 0, route.few) : '',
  ok: isEqual(route) && Math.max(...route.writes) === 0,
});
/** The routes that were called, each against its budget; how many were not is told, and measured by the tests of their slices. */
const rowsOf = (routes: readonly RouteUnits[], rowOf: (route: RouteUnits) => Row): Row[] => {
  const called = routes.filter(({ writes }) => writes.length > 0);
  const measured = `${routes.length - called.length} of ${routes.length}`;
  const rest: Row = { what: 'not called here', measured, against: 'tests of their slices', ratio: '', ok: undefined };
  return [...called.map(rowOf), ...(called.length < routes.length ? [rest] : [])];
};

export const rowUnits = (units: readonly RouteUnits[], sizes: string): Section[] => [
  {
    title: 'commands: the most one call wrote',
    rows: rowsOf(
      units.filter(({ command }) => command),
      writeRow,
    ),
  },
  {
    title: `reads at ${sizes} records`,
    rows: rowsOf(
      units.filter(({ command }) => !command),
      readRow,
    ),
  },
];

export const rowFunctions = (functions: readonly FunctionWeight[]): Section[] => [
  {
    title: 'functions: bundle, minified',
    rows: functions.map(({ name, kB }) => ({
      what: name,
      measured: `${kB.toFixed(1)} kB`,
      against: '≤ 400 kB',
      ratio: share(kB, 400),
      ok: kB <= 400,
    })),
  },
  {
    title: 'functions: load over an empty one',
    rows: functions.map(({ name, loadMs, overEmptyMs }) => ({
      what: name,
      measured: `+${overEmptyMs.toFixed(1)} ms (${loadMs.toFixed(1)})`,
      against: '≤ +75 ms',
      ratio: share(overEmptyMs, 75),
      ok: overEmptyMs <= 75,
    })),
  },
];

const bareOf = (name: string) => (/^weapp (main|all)/.test(name) ? BARE.weapp : name.startsWith('H5') ? BARE.h5 : 0);

export const rowPackages = (packages: readonly Package[]): Section => ({
  title: 'packages (ratio: over a bare Taro app)',
  rows: packages.map(({ name, KB: size, budgetKB }) => ({
    what: name,
    measured: `${size.toFixed(1)} KB`,
    against: `≤ ${budgetKB.toLocaleString('en')} KB`,
    ratio: share(size, bareOf(name)),
    ok: size <= budgetKB,
  })),
});

export const rowScreens = (screens: readonly FirstScreen[]): Section => ({
  title: 'first screens, lists full',
  rows: screens.map(({ page, bytes, nodes }) => ({
    what: page,
    measured: `${(bytes / KB).toFixed(1)} KB, ${nodes} nodes`,
    against: '≤ 64 KB, ≤ 600 nodes',
    ratio: share(bytes, 64 * KB),
    ok: bytes <= 64 * KB && nodes <= 600,
  })),
});
