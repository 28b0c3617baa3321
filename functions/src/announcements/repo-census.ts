import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Buildings, Counted } from '@gongzhi/shared/announcements/census';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { ifStill } from '../kernel/if-still';
import type { Pages } from '../kernel/pages';

/** A census on its way: members a page at a time, then the buildings they live in, then the roll. */
export interface CensusJob {
  pk: string;
  communityId: string;
  /** When it was begun; its name. */
  run: string;
  phase: 'members' | 'merge' | 'roll' | 'done';
  pages: number;
  from?: string;
  movedAt: string;
}
/** The census that holds. */
export interface CensusItem {
  pk: string;
  sk: string;
  communityId: string;
  run: string;
}
const JOB = 'census#';
export const isCensusJob = (pk: string): boolean => pk.startsWith(JOB);
const jobKey = (communityId: string) => ({ pk: `${JOB}${communityId}`, sk: 'job' });
const currentKey = (communityId: string) => ({ pk: `${communityId}#census`, sk: 'current' });
export const isCensus = ({ pk }: { pk: string }): boolean => pk.endsWith('#census');
const runPk = (communityId: string, run: string) => `${communityId}#census#${run}`;
/** A census that has not moved for so long stands still, and is begun anew. */
const STANDS_STILL = 5 * MINUTE;
const KEPT = 2 * DAY;

export const repoCensus = ({ client, table: TableName, get, getAll, each }: Pages) => {
  const kept = (run: string) => Math.floor((Date.parse(run) + KEPT) / 1_000);
  const put = (Item: object) => client.send(new PutCommand({ TableName, Item }));
  return {
    job: (communityId: string) => get<CensusJob>(jobKey(communityId)),
    current: (communityId: string) => get<CensusItem>(currentKey(communityId)),
    /** Begins one, unless one is under way and moves, or one was begun within `minutes`. */
    begin: (communityId: string, now: Date, minutes: number): Promise<boolean> => {
      const [run, before] = [now.toISOString(), (ms: number) => new Date(now.getTime() - ms).toISOString()];
      const Item = { ...jobKey(communityId), communityId, run, phase: 'members', pages: 0, movedAt: run };
      const command = new PutCommand({
        TableName,
        Item,
        ConditionExpression:
          'attribute_not_exists(pk) OR (#phase = :done AND #run < :old) OR (#phase <> :done AND movedAt < :still)',
        ExpressionAttributeNames: { '#phase': 'phase', '#run': 'run' },
        ExpressionAttributeValues: {
          ...{ ':done': 'done', ':old': before(minutes * MINUTE), ':still': before(STANDS_STILL) },
        },
      });
      return ifStill(client.send(command));
    },
    /** A step is done: on to the next, which the stream brings. Done twice it counts once. */
    advance: (job: CensusJob, to: Pick<CensusJob, 'phase'> & { from?: string | undefined }, now: Date) =>
      ifStill(
        client.send(
          new UpdateCommand({
            TableName,
            Key: jobKey(job.communityId),
            UpdateExpression: `SET #phase = :phase, movedAt = :now${to.from ? ', #from = :from' : ''} ADD #pages :one${to.from ? '' : ' REMOVE #from'}`,
            ConditionExpression: '#run = :run AND #pages = :pages',
            ExpressionAttributeNames: { '#phase': 'phase', '#from': 'from', '#run': 'run', '#pages': 'pages' },
            ExpressionAttributeValues: {
              ...{ ':phase': to.phase, ':now': now.toISOString(), ':one': 1, ':run': job.run, ':pages': job.pages },
              ...(to.from ? { ':from': to.from } : {}),
            },
          }),
        ),
      ),
    /** What a page of members is, by building. Put again it is the same. */
    putPage: ({ communityId, run, pages }: CensusJob, buildings: Buildings) =>
      put({
        ...{ pk: runPk(communityId, run), sk: `m#${String(pages).padStart(6, '0')}` },
        ...{ buildings, expiresAt: kept(run) },
      }),
    pagesOf: async ({ communityId, run }: CensusJob): Promise<Buildings[]> => {
      const found: Buildings[] = [];
      await each<{ sk: string; buildings: Buildings }>(runPk(communityId, run), (some) =>
        found.push(...some.filter(({ sk }) => sk.startsWith('m#')).map(({ buildings }) => buildings)),
      );
      return found;
    },
    /** Who lives in a building. */
    putBuilding: ({ communityId, run }: CensusJob, building: string, profiles: Counted['profiles']) =>
      put({ pk: runPk(communityId, run), sk: `b#${building}`, profiles, expiresAt: kept(run) }),
    /** What the roll says of a building. */
    setUnits: ({ communityId, run }: CensusJob, building: string, units: Counted['units']) =>
      client.send(
        new UpdateCommand({
          TableName,
          Key: { pk: runPk(communityId, run), sk: `b#${building}` },
          UpdateExpression: 'SET units = :units, expiresAt = :end',
          ExpressionAttributeValues: { ':units': units, ':end': kept(run) },
        }),
      ),
    /** From now on this census holds; `again`: when the clock counts anew. */
    hold: ({ communityId, run }: CensusJob, again: Date) =>
      put({ ...currentKey(communityId), communityId, run, gpk: 'due', gsk: `${again.toISOString()}#${communityId}` }),
    /** The clock has seen to it. */
    putOff: ({ communityId, run }: CensusItem, again: Date) =>
      ifStill(
        client.send(
          new UpdateCommand({
            TableName,
            Key: currentKey(communityId),
            UpdateExpression: 'SET gsk = :gsk',
            ConditionExpression: 'run = :run',
            ExpressionAttributeValues: { ':gsk': `${again.toISOString()}#${communityId}`, ':run': run },
          }),
        ),
      ),
    /** What was counted of some buildings, or of all, eventually consistent: half a read unit for 4 KB. */
    counted: async ({ communityId, run }: CensusItem, buildings: readonly string[] | undefined): Promise<Counted[]> => {
      const pk = runPk(communityId, run);
      if (buildings) {
        const keys = buildings.map((building) => ({ pk, sk: `b#${building}` }));
        const find = await getAll(keys, { consistent: false });
        return keys.flatMap(({ sk }) => {
          const found = find<Partial<Counted>>({ pk, sk });
          return found ? [{ profiles: {}, units: {}, ...found, building: sk.slice(2) }] : [];
        });
      }
      const found: Counted[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :b)',
            ExpressionAttributeValues: { ':pk': pk, ':b': 'b#' },
            ExclusiveStartKey: from,
          }),
        );
        for (const item of Items as (Partial<Counted> & { sk: string })[])
          found.push({ profiles: {}, units: {}, ...item, building: item.sk.slice(2) });
        from = LastEvaluatedKey;
      } while (from);
      return found;
    },
  };
};
