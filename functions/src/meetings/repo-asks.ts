import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Ask, Side } from '@gongzhi/shared/meetings/model';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { meetingPk, type InMeeting } from './repo-meetings';

export type AskItem = Ask & { sk: string };
/** The first of each side that are read: enough to show who is next. */
const SHOWN = 8;

const asksPk = (ids: InMeeting) => `${meetingPk(ids)}#asks`;
/** A place in the queue of one matter and side: who has spoken least stands first, then who asked first. */
export const placeOf = (n: number, { side, spoken, at, personId }: Omit<Ask, 'name'>): string =>
  `${n}#${side}#${String(spoken).padStart(3, '0')}#${at}#${personId}`;

export const repoAsks = ({ client, table: TableName }: Pages) => {
  const side = async (ids: InMeeting, n: number, which: Side): Promise<AskItem[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': asksPk(ids), ':prefix': `${n}#${which}#` },
        ConsistentRead: true,
        Limit: SHOWN,
      }),
    );
    return Items as AskItem[];
  };
  return {
    /** The first of both sides on an item of the agenda. */
    first: async (ids: InMeeting, n: number): Promise<AskItem[]> =>
      (await Promise.all([side(ids, n, 'for'), side(ids, n, 'against')])).flat(),
    askWrite: (ids: InMeeting, sk: string, ask: Ask): Write => ({
      Put: { TableName, Item: { ...ask, pk: asksPk(ids), sk } },
    }),
    takeWrite: (ids: InMeeting, sk: string): Write => ({
      Delete: { TableName, Key: { pk: asksPk(ids), sk }, ConditionExpression: 'attribute_exists(pk)' },
      lost: 'TAKEN',
    }),
    /** Clears the place of somebody who has left; their leaving is what was recorded. */
    clear: async (ids: InMeeting, sk: string): Promise<void> => {
      await client.send(new DeleteCommand({ TableName, Key: { pk: asksPk(ids), sk } }));
    },
  };
};
