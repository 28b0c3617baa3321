import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { memberKey, type MemberItem } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';

/** What this slice asks of people of the community: what they are called, their roles, their building. */
export type PersonHere = MemberItem & { home?: { building: string } };
/** People by their ids; who has left is not among them. One read unit each. */
export type FindPeople = (
  communityId: string,
  personIds: readonly string[],
) => Promise<ReadonlyMap<string, PersonHere>>;

export const findPeople = (client: DynamoDBDocumentClient, directoryTable: string): FindPeople => {
  const { getAll } = createPages({ client, table: directoryTable, cursors: createCursors('') });
  return async (communityId, personIds) => {
    const found = await getAll(
      personIds.map((id) => memberKey(communityId, id)),
      { consistent: true },
    );
    return new Map(
      personIds.flatMap((id) => {
        const person = found<PersonHere>(memberKey(communityId, id));
        return person ? [[id, person] as const] : [];
      }),
    );
  };
};
