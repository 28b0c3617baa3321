import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { memberKey, type MemberItem } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';

/** Names of members of a community by their ids, at most a page of them; who has left is not among them. @throws Busy */
export type NamesOf = (communityId: string, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export const findNames = (client: DynamoDBDocumentClient, table: string): NamesOf => {
  const { getAll } = createPages({ client, table, cursors: createCursors('') });
  return async (communityId, personIds) => {
    const lookup = await getAll(
      personIds.map((personId) => memberKey(communityId, personId)),
      { consistent: false },
    );
    const members = personIds.map((personId) => lookup<MemberItem>(memberKey(communityId, personId)));
    return new Map(members.flatMap((member) => (member ? [[member.sk, member.displayName]] : [])));
  };
};
