import { api } from '@gongzhi/local/demo/api';
import { makeRoll } from '@gongzhi/local/demo/make-roll';
import type { RollRow } from '@gongzhi/shared/directory/model';
import { readEngine } from './read-engine';
import { HERE, importRows, startTown, type Town } from './town';

const HOUSEHOLDS = 3_000;
const MINUTE = 60_000;

jest.setTimeout(4 * MINUTE);

let town: Town;
const rows: RollRow[] = makeRoll({ seed: 7, households: HOUSEHOLDS });
beforeAll(async () => {
  town = await startTown({ households: 0 });
});
afterAll(() => town?.stop());

const imports = () =>
  readEngine(town.cloud)
    .events(HERE, HERE)
    .then((events) => events.filter(({ type }) => type === 'directory.roll-imported'));
const households = async () => (await town.worker.act(api.directory.readCommunity, { communityId: HERE })).households;
/** Write units of each import since line `from`, as the functions measured them. */
const unitsSince = (from: number): number[] =>
  town.said
    .slice(from)
    .flatMap((line) =>
      /"route":"importRoll"/.test(line)
        ? /"message":"request".*/.exec(line)
          ? [Number(/"writeUnits":(\d+)/.exec(line)?.[1])]
          : []
        : [],
    );

test('a roll of 3,000 households goes in within a minute, every household once', async () => {
  const started = Date.now();
  expect(await importRows(town.worker, rows)).toEqual({ added: HOUSEHOLDS, changed: 0, same: 0 });
  const took = Date.now() - started;
  console.log(`3,000 households imported in ${(took / 1_000).toFixed(1)} s`);
  expect(took).toBeLessThan(MINUTE);
  expect(await households()).toBe(HOUSEHOLDS);
});

test('each building holds its doors, and each chunk left one event whose numbers add up', async () => {
  const engine = readEngine(town.cloud);
  const buildings = await engine.under('directory', `${HERE}#b`);
  const doors = await Promise.all(buildings.map(({ sk }) => engine.under('directory', `${HERE}#h#${String(sk)}`)));
  expect(doors.map(({ length }) => length)).toEqual(buildings.map((building) => building['households']));
  expect(doors.flat()).toHaveLength(HOUSEHOLDS);
  const added = (await imports()).map(({ data }) => (data as { added: number }).added);
  expect(added.reduce((sum, n) => sum + n, 0)).toBe(HOUSEHOLDS);
});

test('the same roll a second time changes nothing: no unit written, no event', async () => {
  const [before, from] = [(await imports()).length, town.said.length];
  expect(await importRows(town.worker, rows)).toEqual({ added: 0, changed: 0, same: HOUSEHOLDS });
  expect(await imports()).toHaveLength(before);
  const units = unitsSince(from);
  expect([units.length, new Set(units)]).toEqual([before, new Set([0])]);
  expect(await households()).toBe(HOUSEHOLDS);
});
