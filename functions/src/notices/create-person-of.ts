import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Whose openid this is, by its HMAC, in the identity table. One read unit. */
export const createPersonOf =
  (client: DynamoDBDocumentClient, TableName: string) =>
  async (mac: string): Promise<string | undefined> => {
    const Key = { pk: `openid#${mac}`, sk: 'person' };
    const { Item } = await client.send(new GetCommand({ TableName, Key }));
    return Item?.['personId'] as string | undefined;
  };
