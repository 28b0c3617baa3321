import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { memberKey, type MemberItem } from '../kernel/caller';
import { Busy } from '../kernel/commit';

/** Names of members of a community by their ids, at most a page of them; who has left is not among them. */
export type NamesOf = (communityId: string, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export const findNames =
  (client: DynamoDBDocumentClient, directoryTable: string): NamesOf =>
  async (communityId, personIds) => {
    if (personIds.length === 0) return new Map();
    const Keys = [...new Set(personIds)].map((personId) => memberKey(communityId, personId));
    const { Responses, UnprocessedKeys = {} } = await client.send(
      new BatchGetCommand({ RequestItems: { [directoryTable]: { Keys } } }),
    );
    if (Object.keys(UnprocessedKeys).length > 0) throw new Busy('names');
    const members = (Responses?.[directoryTable] ?? []) as MemberItem[];
    return new Map(members.map(({ sk, displayName }) => [sk, displayName]));
  };
