interface Line {
  route?: string;
  status?: number;
  readUnits?: number;
  writeUnits?: number;
}
/** What the requests of one route consumed together. */
export interface Consumed {
  calls: number;
  read: number;
  write: number;
}

/** Adds up what the functions' log says of each route's requests that were answered. */
export const countUnits = () => {
  const routes = new Map<string, Consumed>();
  const of = (route: string): Consumed => routes.get(route) ?? { calls: 0, read: 0, write: 0 };
  const hear = (text: string): void => {
    if (!text.includes('"readUnits"')) return;
    const { route, status, readUnits = 0, writeUnits = 0 } = JSON.parse(text) as Line;
    if (status !== 200 || !route) return;
    const { calls, read, write } = of(route);
    routes.set(route, { calls: calls + 1, read: read + readUnits, write: write + writeUnits });
  };
  return { hear, of };
};
