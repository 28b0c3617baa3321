import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Write } from '../kernel/commit';
import { changeItem } from '../kernel/change-item';
import type { Pages } from '../kernel/pages';
import type { Owner } from './repo-accounts';

/** Thanks as they are kept. `fromId`: who gave them, told to nobody. */
export interface ThanksItem {
  pk: string;
  sk: string;
  activityId: string;
  words: string;
  byName: string;
  fromId: string;
  at: string;
  hidden?: boolean;
}
export interface WaitingItem extends ThanksItem {
  toId: string;
  label: number;
}
export type Given = Omit<ThanksItem, 'pk' | 'sk' | 'hidden'>;

/** Looked through for the number of thanks in a year. */
const COUNTED = 200;
const thanksPk = ({ communityId, personId }: Owner) => `${communityId}#t#${personId}`;
const waitingKey = (communityId: string, thanksId: string) => ({ pk: `${communityId}#thanks`, sk: thanksId });
const markKey = ({ communityId, personId }: Owner, { activityId, fromId }: Given) => ({
  pk: `${communityId}#tm#${personId}`,
  sk: `${activityId}#${fromId}`,
});

export const repoThanks = ({ client, table: TableName, get, page }: Pages) => ({
  list: (to: Owner, cursor: string | undefined) => page<ThanksItem>({ pk: thanksPk(to), newestFirst: true, cursor }),
  /** How many one was given between two ids, those out of sight left out; at most COUNTED are counted. */
  count: async (to: Owner, [from, until]: readonly [string, string]): Promise<number> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
        ExpressionAttributeValues: { ':pk': thanksPk(to), ':from': from, ':until': until },
        Limit: COUNTED,
      }),
    );
    return (Items as ThanksItem[]).filter(({ hidden }) => !hidden).length;
  },
  giveWrite: (to: Owner, thanksId: string, given: Given): Write => ({
    Put: { TableName, Item: { pk: thanksPk(to), sk: thanksId, ...given } },
  }),
  /** One person thanks another once for an activity. */
  markWrite: (to: Owner, given: Given): Write => ({
    Put: { TableName, Item: markKey(to, given), ConditionExpression: 'attribute_not_exists(pk)' },
    lost: 'THANKED',
  }),
  unmarkWrite: (to: Owner, given: Given): Write => ({ Delete: { TableName, Key: markKey(to, given) } }),
  hideWrite: (to: Owner, thanksId: string, hidden: boolean): Write =>
    changeItem(
      TableName,
      { pk: thanksPk(to), sk: thanksId },
      { to: 'SET #hidden = :hidden', when: 'attribute_exists(#pk)', lost: 'GONE', values: { ':hidden': hidden } },
    ),
  waiting: (communityId: string, cursor: string | undefined) =>
    page<WaitingItem>({ pk: `${communityId}#thanks`, newestFirst: false, cursor }),
  held: (communityId: string, thanksId: string) => get<WaitingItem>(waitingKey(communityId, thanksId)),
  holdWrite: (to: Owner, thanksId: string, held: Given & { label: number }): Write => ({
    Put: { TableName, Item: { ...waitingKey(to.communityId, thanksId), toId: to.personId, ...held } },
  }),
  /** Ends the waiting once. */
  releaseWrite: (communityId: string, thanksId: string): Write => ({
    Delete: {
      TableName,
      Key: waitingKey(communityId, thanksId),
      ConditionExpression: 'attribute_exists(pk)',
    },
    lost: 'DECIDED',
  }),
});
