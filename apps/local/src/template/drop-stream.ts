import type { Deployment } from './model';

/** The deployment without the stream of one slice's table, and without what follows it. */
export const dropStream = (deployment: Deployment, slice: string): Deployment => {
  const isIts = (name: string) => name.toLowerCase().includes(slice);
  return {
    ...deployment,
    tables: deployment.tables.map(({ stream, ...table }) =>
      stream && !isIts(table.name) ? { ...table, stream } : table,
    ),
    streams: deployment.streams.filter(({ table }) => !isIts(table)),
  };
};
