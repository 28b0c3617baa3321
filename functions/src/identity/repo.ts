import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Consent } from '@gongzhi/shared/identity/contract';
import { personKey, type PersonItem } from '../kernel/caller';
import type { Write } from '../kernel/commit';
import { repoSessions } from './repo-sessions';

/**
 * The identity table. A person's own items share the person's id as partition.
 *
 * | what                          | key                                            | units                             |
 * | ----------------------------- | ---------------------------------------------- | --------------------------------- |
 * | who has this openid           | pk openid#<mac>, sk person                     | 1 read                            |
 * | the person (every request)    | pk <personId>, sk person                       | 1 read                            |
 * | the sealed openid             | pk <personId>, sk openid                       | read by the notice sender only    |
 * | a session and its person      | pk <personId>, sk session#<sid> and person     | 2 reads in one BatchGet           |
 * | begin, rotate a session       | pk <personId>, sk session#<sid>                | 1 write                           |
 * | end a session                 | the same                                       | 2 writes in the event's transaction |
 * | a person's consents           | pk <personId>, sk begins_with consent#         | 1 read (some 15 records in 4 KB)  |
 * | join                          | openid#<mac>, person, openid                   | 6 writes in the event's transaction |
 * | give, withdraw a consent      | consent#<purpose>#<grantedAt> and person       | 4 writes in the event's transaction |
 *
 * All reads are strongly consistent. `wechat#<appid>` (the shared access token) is kernel/wechat/token-store.ts.
 */

interface ConsentItem extends Consent {
  pk: string;
  sk: string;
}

const openidKey = (mac: string) => ({ pk: `openid#${mac}`, sk: 'person' });
const consentKey = (personId: string, { purpose, grantedAt }: Pick<Consent, 'purpose' | 'grantedAt'>) => ({
  pk: personId,
  sk: `consent#${purpose}#${grantedAt}`,
});

const reads = (client: DynamoDBDocumentClient, table: string) => {
  const get = async (Key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  return {
    /** Whose openid this is. */
    personIdOf: async (mac: string) => (await get(openidKey(mac)))?.['personId'] as string | undefined,
    person: async (personId: string) => (await get(personKey(personId))) as PersonItem | undefined,
    consents: async (personId: string): Promise<Consent[]> => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :person AND begins_with(sk, :consent)',
          ExpressionAttributeValues: { ':person': personId, ':consent': 'consent#' },
        }),
      );
      return ((Items ?? []) as ConsentItem[]).map(({ pk: _pk, sk: _sk, ...consent }) => consent);
    },
  };
};

const personWrites = (table: string) => ({
  /** A new person. Lost: KNOWN, with the item that says who it is already. */
  joining: (personId: string, mac: string, sealed: string): Write[] => [
    {
      Put: {
        TableName: table,
        Item: { ...openidKey(mac), personId },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
      lost: 'KNOWN',
    },
    {
      Put: {
        TableName: table,
        Item: { ...personKey(personId), validFrom: 0, consents: {} } satisfies PersonItem,
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    { Put: { TableName: table, Item: { pk: personId, sk: 'openid', sealed } } },
  ],
  /** A consent where none of this version stands. Lost: AGREED. */
  agreeing: (personId: string, consent: Consent): Write[] => [
    {
      Put: {
        TableName: table,
        Item: { ...consentKey(personId, consent), ...consent },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'AGREED',
    },
    {
      Update: {
        TableName: table,
        Key: personKey(personId),
        ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(consents.#p) OR consents.#p <> :v)',
        UpdateExpression: 'SET consents.#p = :v',
        ExpressionAttributeNames: { '#p': consent.purpose },
        ExpressionAttributeValues: { ':v': consent.version },
      },
      lost: 'AGREED',
    },
  ],
  /** The end of a consent that stands. Lost: MOVED. */
  withdrawing: (personId: string, consent: Consent, withdrawnAt: string): Write[] => [
    {
      Update: {
        TableName: table,
        Key: consentKey(personId, consent),
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(withdrawnAt)',
        UpdateExpression: 'SET withdrawnAt = :at',
        ExpressionAttributeValues: { ':at': withdrawnAt },
      },
      lost: 'MOVED',
    },
    {
      Update: {
        TableName: table,
        Key: personKey(personId),
        ConditionExpression: 'consents.#p = :v',
        UpdateExpression: 'REMOVE consents.#p',
        ExpressionAttributeNames: { '#p': consent.purpose },
        ExpressionAttributeValues: { ':v': consent.version },
      },
      lost: 'MOVED',
    },
  ],
});

export const createRepo = (client: DynamoDBDocumentClient, table: string) => ({
  ...reads(client, table),
  ...repoSessions(client, table),
  ...personWrites(table),
});
export type Repo = ReturnType<typeof createRepo>;
