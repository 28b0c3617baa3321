import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { activitiesPk, placesPk } from '../kernel/shifts';

type Item = Record<string, unknown> & { pk: string; sk: string };

/** Every item of a community in the slice’s table found from its activities down. For tests: what was refused or repeated changes nothing of it. */
export const dumpTown = async (client: DynamoDBDocumentClient, communityId: string): Promise<Item[]> => {
  const under = async (pk: string): Promise<Item[]> => {
    const asked = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    };
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({ TableName: 'volunteering', ...asked }),
    );
    if (LastEvaluatedKey) throw new Error(`${pk} is more than a dump holds`);
    return Items as Item[];
  };
  const heads = await under(activitiesPk(communityId));
  const parts: Item[] = [];
  for (const { sk } of heads) parts.push(...(await under(`${communityId}#a#${sk}`)));
  const shifts = parts.filter(({ sk }) => sk.startsWith('shift#'));
  const places: Item[] = [];
  // only where somebody took a place: a town has many shifts and few people
  for (const { sk, taken, waiting } of shifts)
    if (taken || waiting) places.push(...(await under(placesPk(communityId, sk.slice(6)))));
  const requests = await under(`${communityId}#requests`);
  return [...heads, ...parts, ...places, ...requests];
};
