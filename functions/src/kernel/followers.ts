import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** One page of the people who follow a matter, its author among the first; `next` is where to go on. */
export type FollowersOf = (
  communityId: string,
  proposalId: string,
  from?: string,
) => Promise<{ ids: string[]; next: string | undefined }>;

const PAGE = 100;
const PREFIX = 'support#';

/** Reads the supports of a matter in the councils table (the author's lies among them), in the order of persons' ids. A page costs about two read units. */
export const createFollowersOf =
  (client: DynamoDBDocumentClient, councilsTable: string): FollowersOf =>
  async (communityId, proposalId, from) => {
    const pk = `${communityId}#p#${proposalId}`;
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: councilsTable,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': PREFIX },
        ProjectionExpression: 'sk',
        ConsistentRead: true,
        Limit: PAGE,
        ...(from ? { ExclusiveStartKey: { pk, sk: `${PREFIX}${from}` } } : {}),
      }),
    );
    const ids = (Items as { sk: string }[]).map(({ sk }) => sk.slice(PREFIX.length));
    return { ids, next: LastEvaluatedKey ? ids.at(-1) : undefined };
  };
