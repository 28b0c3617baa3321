import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readingsPk } from '../kernel/party-log';

/** What is kept of who read a member: `unit <reader> <what>`. For tests. */
export const readingsOf = (client: DynamoDBDocumentClient, communityId: string) => async (personId: string) => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: 'party',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': readingsPk(communityId, personId) },
    }),
  );
  return Items.map(({ sk, as }) => `${String(as)} ${String(sk).split('#')[1]} ${String(sk).split('#')[2]}`);
};
