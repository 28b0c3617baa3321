import '@gongzhi/shared/kernel/zod';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { TokenStore } from './keep-token';

/** A function that died while refreshing blocks the others no longer than this. */
const LEASE_MS = 10_000;
const Item = z.object({ token: z.string(), expiresAt: z.int() });

/**
 * The access token in one item, pk `wechat#<appid>`, sk `token`: token, expiresAt and lease (both ms since 1970).
 * read 1 unit (consistent get), claimRefresh and giveUp 1 (also when lost), write 1.
 */
export const createTokenStore = (ddb: DynamoDBDocumentClient, table: string): TokenStore => {
  const key = (appid: string) => ({ pk: `wechat#${appid}`, sk: 'token' });
  return {
    read: async (appid) => {
      const { Item: stored } = await ddb.send(
        new GetCommand({ TableName: table, Key: key(appid), ConsistentRead: true }),
      );
      const item = z.safeParse(Item, stored);
      return item.success ? { token: item.data.token, expiresAt: new Date(item.data.expiresAt) } : undefined;
    },
    claimRefresh: async (appid, now) => {
      const nobodyRefreshes = 'attribute_not_exists(#lease) OR #lease <= :now';
      try {
        await ddb.send(
          new UpdateCommand({
            TableName: table,
            Key: key(appid),
            UpdateExpression: 'SET #lease = :until',
            ConditionExpression: nobodyRefreshes,
            ExpressionAttributeNames: { '#lease': 'lease' },
            ExpressionAttributeValues: { ':now': now.getTime(), ':until': now.getTime() + LEASE_MS },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    giveUp: async (appid, claimedAt) => {
      const stillOurs = '#lease = :until';
      try {
        await ddb.send(
          new UpdateCommand({
            TableName: table,
            Key: key(appid),
            UpdateExpression: 'REMOVE #lease',
            ConditionExpression: stillOurs,
            ExpressionAttributeNames: { '#lease': 'lease' },
            ExpressionAttributeValues: { ':until': claimedAt.getTime() + LEASE_MS },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    write: async (appid, token, expiresAt) => {
      await ddb.send(
        new PutCommand({ TableName: table, Item: { ...key(appid), token, expiresAt: expiresAt.getTime() } }),
      );
    },
  };
};
