import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readingsPk } from '../kernel/party-log';

/** As what, of what and how often somebody’s name was read. For tests. */
export const readingsOf = async (
  client: DynamoDBDocumentClient,
  communityId: string,
  personId: string,
): Promise<string[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: 'party',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': readingsPk(communityId, personId) },
    }),
  );
  return Items.map(({ as, sk, times }) => `${String(as)} ${String(sk).split('#')[2]} ${String(times)}`).sort();
};
