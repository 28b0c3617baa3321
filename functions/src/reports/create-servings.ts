import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Served } from '@gongzhi/shared/reports/model';
import { createCursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import { claimerPk, headKey } from '../kernel/shifts';

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
/** A wish that came true. */
export interface ServedWish {
  wishId: string;
  wisherId: string;
}
/** What other slices know of services: what they are called, and what whoever was served said. */
export interface Servings {
  /** By shift: the title, and the word of whoever was served by this person. One item a service, eventually consistent. */
  of(
    communityId: string,
    personId: string,
    services: readonly Service[],
  ): Promise<ReadonlyMap<string, { title: string; served?: Served }>>;
  /** Who made a resident's own wish come true, and when that was confirmed; strongly consistent. */
  servedFor(
    communityId: string,
    by: { wishId: string; residentId: string },
  ): Promise<{ personId: string; at: string } | undefined>;
  /** Wishes that somebody made come true from one instant to another, of the last they claimed, each with whose it was. */
  wishesOf(communityId: string, personId: string, span: { from: string; to: string }): Promise<ServedWish[]>;
}

const WISHES = 'wishes';
/** Claims of one person that are looked through for those that came true. */
const MOST_CLAIMS = 100;
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
  const claimedBy = async (communityId: string, personId: string): Promise<string[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables[WISHES] ?? '',
        IndexName: 'byClaimer',
        KeyConditionExpression: 'cpk = :pk',
        ExpressionAttributeValues: { ':pk': claimerPk(communityId, personId) },
        ScanIndexForward: false,
        Limit: MOST_CLAIMS,
      }),
    );
    return Items.map(({ sk }) => String(sk));
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
    servedFor: async (communityId, { wishId, residentId }) => {
      const {
        wisherId,
        claimerId: personId,
        served,
      } = (await headsOf(communityId, WISHES, [wishId], true))(wishId) ?? {};
      return wisherId === residentId && personId && served ? { personId, at: served.at } : undefined;
    },
    wishesOf: async (communityId, personId, { from, to }) => {
      const ids = await claimedBy(communityId, personId);
      const headOf = await headsOf(communityId, WISHES, ids, true);
      return ids.flatMap((wishId) => {
        const { wisherId, claimerId, served } = headOf(wishId) ?? {};
        const counts = served && claimerId === personId && from <= served.at && served.at < to;
        return counts && wisherId ? [{ wishId, wisherId }] : [];
      });
    },
  };
};
