import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export const activitiesPk = (communityId: string): string => `${communityId}#activities`;
/** The head of an activity, in the volunteering table. */
export const headKey = (communityId: string, activityId: string) => ({ pk: activitiesPk(communityId), sk: activityId });
/** Whom an activity is claimed by, in the index byClaimer of the wishes table. */
export const claimerPk = (communityId: string, personId: string): string => `${communityId}#c#${personId}`;
export const shiftKey = (communityId: string, activityId: string, shiftId: string) => ({
  pk: `${communityId}#a#${activityId}`,
  sk: `shift#${shiftId}`,
});
export const placesPk = (communityId: string, shiftId: string): string => `${communityId}#s#${shiftId}`;

/** What other slices may know of an activity. */
export interface ActivityFacts {
  title: string;
  kind: string;
  place: string;
  organiserId: string;
  status: string;
}
export const createActivities = (client: DynamoDBDocumentClient, TableName: string) => ({
  /** An activity, published or not; strongly consistent. One read unit. */
  read: async (communityId: string, activityId: string): Promise<ActivityFacts | undefined> => {
    const Key = headKey(communityId, activityId);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item as ActivityFacts | undefined;
  },
});
export type Activities = ReturnType<typeof createActivities>;

/** One page of those who have a place in a shift or wait for one; `next` is where to go on. */
export type ComersOf = (
  communityId: string,
  shiftId: string,
  from?: string,
) => Promise<{ ids: string[]; next: string | undefined }>;
/** People looked at for one page. */
const PAGE = 100;

/** Reads a shift's people a page at a time. A page costs about ten read units. */
export const createComersOf =
  (client: DynamoDBDocumentClient, TableName: string): ComersOf =>
  async (communityId, shiftId, from) => {
    const pk = placesPk(communityId, shiftId);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ProjectionExpression: 'sk, #place',
        ExpressionAttributeNames: { '#place': 'place' },
        ConsistentRead: true,
        Limit: PAGE,
        ...(from ? { ExclusiveStartKey: { pk, sk: from } } : {}),
      }),
    );
    const ids = Items.filter((item) => item['place'] !== 'withdrawn').map((item) => String(item['sk']));
    return { ids, next: LastEvaluatedKey?.['sk'] as string | undefined };
  };
