import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { askedPk } from '../kernel/asked';
import { activitiesPk, placesPk } from '../kernel/shifts';

type Item = Record<string, unknown> & { pk: string; sk: string };

/** Every item of a community in the slice’s table found from its calls down. For tests: what was refused or repeated changes nothing of it. */
export const dumpCalls = async (client: DynamoDBDocumentClient, communityId: string): Promise<Item[]> => {
  const under = async (pk: string): Promise<Item[]> => {
    const asked = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    };
    const { Items = [] } = await client.send(new QueryCommand({ TableName: 'calls', ...asked }));
    return Items as Item[];
  };
  const heads = await under(activitiesPk(communityId));
  const parts: Item[] = [];
  for (const { sk } of heads)
    for (const pk of [
      ...[`${communityId}#a#${sk}`, askedPk(communityId, sk)],
      ...[placesPk(communityId, sk), `ask#${communityId}#${sk}`],
    ])
      parts.push(...(await under(pk)));
  return [...heads, ...parts];
};
