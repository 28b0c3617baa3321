import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { memberKey, type MemberItem } from './caller';
import { Busy } from './commit';

/** Somebody's membership in a community now. */
export type FindMember = (communityId: string, personId: string) => Promise<MemberItem | undefined>;

export const createFindMember =
  (client: DynamoDBDocumentClient, directoryTable: string): FindMember =>
  async (communityId, personId) => {
    const Keys = [memberKey(communityId, personId)];
    const { Responses, UnprocessedKeys = {} } = await client.send(
      new BatchGetCommand({ RequestItems: { [directoryTable]: { Keys, ConsistentRead: true } } }),
    );
    if (Object.keys(UnprocessedKeys).length > 0) throw new Busy('member');
    return Responses?.[directoryTable]?.[0] as MemberItem | undefined;
  };
