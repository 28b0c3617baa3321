import type { Handle } from './repo';

export const readDuties: Handle<'readDuties'> = async ({ streetId }, { repo }) => {
  const list = await repo.duties.last(streetId);
  return list ? { list } : {};
};
