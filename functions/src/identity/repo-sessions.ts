import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { personKey, type PersonItem } from '../kernel/caller';
import { Busy, type Write } from '../kernel/commit';

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
export const hashOf = (refreshToken: string): string => createHash('sha256').update(refreshToken).digest('base64url');
export const sessionKey = (personId: string, sessionId: string) => ({ pk: personId, sk: `session#${sessionId}` });

/** The item that stood in the way of a write; anything else that went wrong is thrown on. */
const standing = (error: unknown): SessionItem | undefined => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item && (unmarshall(error.Item) as SessionItem);
};

/** Sessions in the identity table (its patterns: repo.ts). */
export const repoSessions = (client: DynamoDBDocumentClient, table: string) => ({
  /** @throws Busy when the table is at its limit */
  session: async (personId: string, sessionId: string): Promise<{ person?: PersonItem; session?: SessionItem }> => {
    const Keys = [personKey(personId), sessionKey(personId, sessionId)];
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Busy('session');
    const items = (Responses?.[table] ?? []) as { sk: string }[];
    const person = items.find(({ sk }) => sk === 'person') as PersonItem | undefined;
    const session = items.find(({ sk }) => sk !== 'person') as SessionItem | undefined;
    return { ...(person && { person }), ...(session && { session }) };
  },
  begin: async (session: SessionItem) => {
    await client.send(new PutCommand({ TableName: table, Item: session }));
  },
  /** Makes `next` the current token where `current` still is. @returns the session as it stands when it is not */
  rotate: async (
    { pk, sk }: Pick<SessionItem, 'pk' | 'sk'>,
    current: string,
    next: { hash: string; rotatedAt: number; expiresAt: number },
  ): Promise<SessionItem | 'rotated' | undefined> => {
    const stillCurrent = '#hash = :current';
    try {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk, sk },
          ConditionExpression: stillCurrent,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          UpdateExpression: 'SET #hash = :next, rotatedAt = :now, expiresAt = :end ADD generation :one',
          ExpressionAttributeNames: { '#hash': 'hash' },
          ExpressionAttributeValues: {
            ':current': current,
            ':next': next.hash,
            ':now': next.rotatedAt,
            ':end': next.expiresAt,
            ':one': 1,
          },
        }),
      );
      return 'rotated';
    } catch (error) {
      return standing(error);
    }
  },
  /** Ends a session that has not ended. Lost: ENDED. */
  ending: ({ pk, sk }: Pick<SessionItem, 'pk' | 'sk'>, endedAt: number): Write => ({
    Update: {
      TableName: table,
      Key: { pk, sk },
      ConditionExpression: 'attribute_exists(#hash)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      UpdateExpression: 'SET endedAt = :now REMOVE #hash',
      ExpressionAttributeNames: { '#hash': 'hash' },
      ExpressionAttributeValues: { ':now': endedAt },
    },
    lost: 'ENDED',
  }),
  /** Ends every session and token there is: both hold the `validFrom` they began with. Lost: MOVED. */
  endingAll: (personId: string, from: number, to: number): Write => ({
    Update: {
      TableName: table,
      Key: personKey(personId),
      ConditionExpression: 'validFrom = :from',
      UpdateExpression: 'SET validFrom = :to',
      ExpressionAttributeValues: { ':from': from, ':to': to },
    },
    lost: 'MOVED',
  }),
});
