import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Who was invited to say how satisfied they are, in the answers table; nothing of what they say lies there. */
export const invitedPk = (communityId: string, roundId: string): string => `${communityId}#${roundId}#marks`;

/** That a household or a person was invited. `people`: who is told of it; `wave`: what it is about; `sealed`: it was answered. */
export interface InvitedItem {
  pk: string;
  sk: string;
  wave: string;
  people?: string[];
  sealed?: string;
}
/** Whom to tell: those of one wave, or of all those who have not answered. */
export interface Wanted {
  wave?: string;
  unanswered?: true;
}
/** One page of the people to be told; `next` is where to go on. A page may hold nobody and still not be the last. */
export type InvitedOf = (
  communityId: string,
  roundId: string,
  wanted: Wanted,
  from?: string,
) => Promise<{ ids: string[]; next: string | undefined }>;
/** Invitations looked at for one page. */
const PAGE = 100;

/** Reads the people of invitations a page at a time. A page costs about four read units. */
export const createInvitedOf =
  (client: DynamoDBDocumentClient, TableName: string): InvitedOf =>
  async (communityId, roundId, { wave, unanswered }, from) => {
    const pk = invitedPk(communityId, roundId);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        Limit: PAGE,
        ...(from ? { ExclusiveStartKey: { pk, sk: from } } : {}),
      }),
    );
    const found = (Items as InvitedItem[]).filter(
      (item) => (wave === undefined || item.wave === wave) && !(unanswered && item.sealed),
    );
    return { ids: found.flatMap(({ people = [] }) => people), next: LastEvaluatedKey?.['sk'] as string | undefined };
  };
