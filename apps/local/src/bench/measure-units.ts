import { api as docs } from '@gongzhi/shared/api/contract';
import { isCommand, type Contract, type Route } from '@gongzhi/shared/kernel/contract';
import { api } from '../demo/api';
import { PEOPLE } from '../demo/people';
import { actOnce, endVote } from './act-once';
import { openTown, type Town } from './grow-town';
import { makeResidents } from './settle-council';
import { startHost } from './start-host';
import { readEverything } from './read-everything';

/** Records of every kind when reads are measured first, and when they are measured again. */
export const FEW = 21;
export const MANY = 84;

/** What a route consumed: the most of all its calls, and for a read what it cost at few records and at many. */
export interface RouteUnits {
  name: string;
  command: boolean;
  budget: number;
  /** Write units of its calls, in order. */
  writes: number[];
  read: number;
  few: number | undefined;
  many: number | undefined;
}
interface Line {
  service?: string;
  route?: string;
  status?: number;
  readUnits?: number;
  writeUnits?: number;
}

const contracts: Record<string, Contract> = { ...api, api: docs };

const parse = (line: string): Line => {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return {};
  }
};

/** Adds up what the functions' log says of each request. */
const createMeter = () => {
  const routes = new Map<string, RouteUnits>();
  for (const [slice, contract] of Object.entries(contracts)) {
    for (const [name, route] of Object.entries(contract as Record<string, Route>)) {
      const command = isCommand(route);
      routes.set(`${slice}.${name}`, {
        name: `${slice}.${name}`,
        command,
        budget: route.units ?? (command ? 8 : 0),
        writes: [],
        read: 0,
        few: undefined,
        many: undefined,
      });
    }
  }
  let size: 'few' | 'many' | undefined;
  return {
    routes,
    /** Reads from here on count as those at few or many records. */
    at: (next: typeof size) => (size = next),
    hear: (text: string) => {
      const { service, route, status, readUnits = 0, writeUnits = 0 } = parse(text);
      const seen = routes.get(`${service}.${route}`);
      if (!seen || status !== 200) return;
      seen.writes.push(writeUnits);
      seen.read = Math.max(seen.read, readUnits);
      if (size && !seen.command) seen[size] = readUnits;
    },
  };
};

/** Every route called through the cloud at least once, and every read at two sizes. `meanwhile` runs while a vote comes to its end. */
export const measureUnits = async (cdkOut: string, meanwhile: () => Promise<unknown>): Promise<RouteUnits[]> => {
  const meter = createMeter();
  const people = makeResidents(2 * MANY + 2);
  const seed = { people: [...PEOPLE, ...people], present: true };
  const host = await startHost({ cdkOut, fast: true, verbose: true, wechat: seed }, meter.hear);
  const readAt = async (town: Town, size: 'few' | 'many') => {
    await host.idle();
    meter.at(size);
    await readEverything(town);
    await host.idle();
    meter.at(undefined);
  };
  try {
    const town = await openTown(host, people);
    await town.growTo(FEW);
    await readAt(town, 'few');
    await town.growTo(MANY);
    await readAt(town, 'many');
    await actOnce(town);
    await meanwhile();
    await endVote(town);
    await host.idle();
    return [...meter.routes.values()];
  } finally {
    await host.stop();
  }
};
