import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Consent } from '@gongzhi/shared/identity/contract';
import { personKey, type PersonItem } from '../kernel/caller';
import { Busy, type Write } from '../kernel/commit';

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

/** A signed-in device. Instants are epoch milliseconds, but for `expiresAt`: epoch seconds, the table's TTL attribute. */
export interface SessionItem {
  pk: string;
  sk: string;
  /** SHA-256 of the current refresh token; absent once the session has ended. */
  hash?: string;
  /** How often it rotated. */
  generation: number;
  startedAt: number;
  rotatedAt: number;
  /** The person's `validFrom` when it began: a later one ends it. */
  validFrom: number;
  expiresAt: number;
  endedAt?: number;
}
export interface ConsentItem extends Consent {
  pk: string;
  sk: string;
}

export const hashOf = (refreshToken: string): string => createHash('sha256').update(refreshToken).digest('base64url');
export const sessionKey = (personId: string, sessionId: string) => ({ pk: personId, sk: `session#${sessionId}` });
const openidKey = (mac: string) => ({ pk: `openid#${mac}`, sk: 'person' });
const consentKey = (personId: string, { purpose, grantedAt }: Pick<Consent, 'purpose' | 'grantedAt'>) => ({ pk: personId, sk: `consent#${purpose}#${grantedAt}` });

/** The item that stood in the way of a write; anything else that went wrong is thrown on. */
const standing = (error: unknown): SessionItem | undefined => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item && (unmarshall(error.Item) as SessionItem);
};

const reads = (client: DynamoDBDocumentClient, table: string) => {
  const get = async (Key: Record<string, string>) => (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  return {
    /** Whose openid this is. */
    personIdOf: async (mac: string) => (await get(openidKey(mac)))?.['personId'] as string | undefined,
    person: async (personId: string) => (await get(personKey(personId))) as PersonItem | undefined,
    /** @throws Busy when the table is at its limit */
    session: async (personId: string, sessionId: string): Promise<{ person?: PersonItem; session?: SessionItem }> => {
      const Keys = [personKey(personId), sessionKey(personId, sessionId)];
      const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }));
      if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Busy('session');
      const items = (Responses?.[table] ?? []) as { sk: string }[];
      const person = items.find(({ sk }) => sk === 'person') as PersonItem | undefined;
      const session = items.find(({ sk }) => sk !== 'person') as SessionItem | undefined;
      return { ...(person && { person }), ...(session && { session }) };
    },
    consents: async (personId: string): Promise<Consent[]> => {
      const { Items } = await client.send(new QueryCommand({
        TableName: table, ConsistentRead: true,
        KeyConditionExpression: 'pk = :person AND begins_with(sk, :consent)', ExpressionAttributeValues: { ':person': personId, ':consent': 'consent#' },
      }));
      return ((Items ?? []) as ConsentItem[]).map(({ pk: _pk, sk: _sk, ...consent }) => consent);
    },
  };
};

const sessionWrites = (client: DynamoDBDocumentClient, table: string) => ({
  begin: async (session: SessionItem) => {
    await client.send(new PutCommand({ TableName: table, Item: session }));
  },
  /** Makes `next` the current token where `current` still is. @returns the session as it stands when it is not */
  rotate: async ({ pk, sk }: Pick<SessionItem, 'pk' | 'sk'>, current: string, next: { hash: string; rotatedAt: number; expiresAt: number }): Promise<SessionItem | 'rotated' | undefined> => {
    const stillCurrent = '#hash = :current';
    try {
      await client.send(new UpdateCommand({
        TableName: table, Key: { pk, sk }, ConditionExpression: stillCurrent, ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        UpdateExpression: 'SET #hash = :next, rotatedAt = :now, expiresAt = :end ADD generation :one', ExpressionAttributeNames: { '#hash': 'hash' },
        ExpressionAttributeValues: { ':current': current, ':next': next.hash, ':now': next.rotatedAt, ':end': next.expiresAt, ':one': 1 },
      }));
      return 'rotated';
    } catch (error) {
      return standing(error);
    }
  },
  /** Ends a session that has not ended. Lost: ENDED. */
  ending: ({ pk, sk }: Pick<SessionItem, 'pk' | 'sk'>, endedAt: number): Write => ({
    Update: {
      TableName: table, Key: { pk, sk }, ConditionExpression: 'attribute_exists(#hash)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      UpdateExpression: 'SET endedAt = :now REMOVE #hash', ExpressionAttributeNames: { '#hash': 'hash' }, ExpressionAttributeValues: { ':now': endedAt },
    },
    lost: 'ENDED',
  }),
  /** Ends every session and token there is: both hold the `validFrom` they began with. Lost: MOVED. */
  endingAll: (personId: string, from: number, to: number): Write => ({
    Update: {
      TableName: table, Key: personKey(personId), ConditionExpression: 'validFrom = :from',
      UpdateExpression: 'SET validFrom = :to', ExpressionAttributeValues: { ':from': from, ':to': to },
    },
    lost: 'MOVED',
  }),
});

const personWrites = (table: string) => ({
  /** A new person. Lost: KNOWN, with the item that says who it is already. */
  joining: (personId: string, mac: string, sealed: string): Write[] => [
    {
      Put: { TableName: table, Item: { ...openidKey(mac), personId }, ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
      lost: 'KNOWN',
    },
    { Put: { TableName: table, Item: { ...personKey(personId), validFrom: 0, consents: {} } satisfies PersonItem, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Put: { TableName: table, Item: { pk: personId, sk: 'openid', sealed } } },
  ],
  /** A consent where none of this version stands. Lost: AGREED. */
  agreeing: (personId: string, consent: Consent): Write[] => [
    { Put: { TableName: table, Item: { ...consentKey(personId, consent), ...consent }, ConditionExpression: 'attribute_not_exists(pk)' }, lost: 'AGREED' },
    {
      Update: {
        TableName: table, Key: personKey(personId), ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(consents.#p) OR consents.#p <> :v)',
        UpdateExpression: 'SET consents.#p = :v', ExpressionAttributeNames: { '#p': consent.purpose }, ExpressionAttributeValues: { ':v': consent.version },
      },
      lost: 'AGREED',
    },
  ],
  /** The end of a consent that stands. Lost: MOVED. */
  withdrawing: (personId: string, consent: Consent, withdrawnAt: string): Write[] => [
    {
      Update: {
        TableName: table, Key: consentKey(personId, consent), ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(withdrawnAt)',
        UpdateExpression: 'SET withdrawnAt = :at', ExpressionAttributeValues: { ':at': withdrawnAt },
      },
      lost: 'MOVED',
    },
    {
      Update: {
        TableName: table, Key: personKey(personId), ConditionExpression: 'consents.#p = :v',
        UpdateExpression: 'REMOVE consents.#p', ExpressionAttributeNames: { '#p': consent.purpose }, ExpressionAttributeValues: { ':v': consent.version },
      },
      lost: 'MOVED',
    },
  ],
});

export const createRepo = (client: DynamoDBDocumentClient, table: string) => ({ ...reads(client, table), ...sessionWrites(client, table), ...personWrites(table) });
export type Repo = ReturnType<typeof createRepo>;
