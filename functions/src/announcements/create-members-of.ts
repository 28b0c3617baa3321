import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { MemberAt } from '../kernel/audience';
import { memberKey } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import type { Deps } from './repo';

/** Reads the memberships of some people, a read unit for each. */
export const createMembersOf = (client: DynamoDBDocumentClient, table: string): Deps['membersOf'] => {
  const { getAll } = createPages({ client, table, cursors: createCursors('') });
  return async (communityId, personIds) => {
    const find = await getAll(
      personIds.map((id) => memberKey(communityId, id)),
      { consistent: true },
    );
    return (personId) => find<MemberAt>(memberKey(communityId, personId));
  };
};
