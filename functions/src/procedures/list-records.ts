import type { Handle } from './repo';

export const listRecords: Handle<'listRecords'> = async ({ cursor, ...ids }, { repo }) => {
  const { items, next } = await repo.records.list(ids, cursor);
  return {
    items: items.map(({ sk, at, kind, gateId, text, facts, byName }) => ({
      ...{ recordId: sk, at, kind, facts },
      ...(gateId ? { gateId } : {}),
      ...(text ? { text } : {}),
      ...(byName ? { byName } : {}),
    })),
    ...(next ? { next } : {}),
  };
};
