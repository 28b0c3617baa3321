import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Served } from '@gongzhi/shared/reports/model';
import { createCursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import { headKey } from '../kernel/shifts';

/** Slices that keep service, each in a table with the same keys (kernel/shifts.ts). */
export type ServiceTables = Readonly<Record<string, string>>;
/** A service somebody did. */
export interface Service {
  source: string;
  activityId: string;
  shiftId: string;
}
/** What is read of a head; only a wish says who wished, who did it and what was said of it. */
interface Head {
  title?: string;
  wisherId?: string;
  claimerId?: string;
  served?: { at: string };
  said?: { of: string; words: string };
}
/** What other slices know of services: what they are called, and what whoever was served said. */
export interface Servings {
  /** By shift: the title, and the word of whoever was served by this person. One item a service, eventually consistent. */
  of(
    communityId: string,
    personId: string,
    services: readonly Service[],
  ): Promise<ReadonlyMap<string, { title: string; served?: Served }>>;
  /** Whether this resident wished for what the person did, and has said that it was done; strongly consistent. */
  wasServed(communityId: string, personId: string, by: { activityId: string; residentId: string }): Promise<boolean>;
}

const WISHES = 'wishes';
const servedOf = ({ served, said, claimerId }: Head, personId: string): { served?: Served } => {
  if (!served || claimerId !== personId) return {};
  return { served: { at: served.at, ...(said?.of === 'thanks' ? { words: said.words } : {}) } };
};

export const createServings = (client: DynamoDBDocumentClient, tables: ServiceTables): Servings => {
  const headsOf = async (communityId: string, source: string, ids: readonly string[], consistent: boolean) => {
    const table = tables[source];
    if (!table) return () => undefined;
    const { getAll } = createPages({ client, table, cursors: createCursors('') });
    const found = await getAll(
      ids.map((id) => headKey(communityId, id)),
      { consistent },
    );
    return (id: string) => found<Head>(headKey(communityId, id));
  };
  return {
    of: async (communityId, personId, services) => {
      const sources = [...new Set(services.map(({ source }) => source))];
      const parts = sources.map(async (source) => {
        const own = services.filter((one) => one.source === source);
        const ids = own.map(({ activityId }) => activityId);
        const headOf = await headsOf(communityId, source, ids, false);
        return own.map(({ activityId, shiftId }) => {
          const head = headOf(activityId) ?? {};
          return [shiftId, { title: head.title ?? '', ...servedOf(head, personId) }] as const;
        });
      });
      return new Map((await Promise.all(parts)).flat());
    },
    wasServed: async (communityId, personId, { activityId, residentId }) => {
      const head = (await headsOf(communityId, WISHES, [activityId], true))(activityId);
      return head !== undefined && head.wisherId === residentId && servedOf(head, personId).served !== undefined;
    },
  };
};
