import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Those who were asked to come to an urgent call, in the calls table. */
export const askedPk = (communityId: string, callId: string): string => `${communityId}#q#${callId}`;

/** One page of those who were asked; `next` is where to go on. */
export type AskedOf = (
  communityId: string,
  callId: string,
  from?: string,
) => Promise<{ ids: string[]; next: string | undefined }>;
/** People looked at for one page. */
const PAGE = 100;

/** Reads who was asked a page at a time, in the order of persons’ ids. A page costs about ten read units. */
export const createAskedOf =
  (client: DynamoDBDocumentClient, TableName: string): AskedOf =>
  async (communityId, callId, from) => {
    const pk = askedPk(communityId, callId);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ProjectionExpression: 'sk',
        ConsistentRead: true,
        Limit: PAGE,
        ...(from ? { ExclusiveStartKey: { pk, sk: from } } : {}),
      }),
    );
    return { ids: Items.map(({ sk }) => String(sk)), next: LastEvaluatedKey?.['sk'] as string | undefined };
  };
