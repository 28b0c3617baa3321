import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { isIn, type Audience } from '@gongzhi/shared/kernel/audience';
import type { Door } from '@gongzhi/shared/kernel/door-key';
import { memberKey, type MemberItem } from './caller';
import { createCursors } from './cursor';
import { createFollowersOf } from './followers';
import { createPages } from './pages';

/** A member of a community, with the door of the household. */
export interface MemberAt extends MemberItem {
  home?: Door;
}
/** One page of an audience; `next` is where to go on. A page may hold nobody and still not be the last. */
export interface AudiencePage {
  ids: string[];
  next: string | undefined;
}
export type AudienceOf = (communityId: string, audience: Audience, from?: string) => Promise<AudiencePage>;

/** Members looked at for one page: as many as one request of ids reads. */
const PAGE = 100;

/** Where somebody's skills lie in the exchange table. */
export const skillsKey = (communityId: string, personId: string) => ({
  pk: `${communityId}#k#${personId}`,
  sk: 'skills',
});

interface Tables {
  directory: string;
  exchange: string;
  councils: string;
}

/** Reads a page of members in the order of persons' ids, strongly consistent. */
export const readMembers = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  communityId: string,
  from: string | undefined,
) => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': memberKey(communityId, '').pk },
      ConsistentRead: true,
      Limit: PAGE,
      ...(from ? { ExclusiveStartKey: memberKey(communityId, from) } : {}),
    }),
  );
  return { members: Items as MemberAt[], next: LastEvaluatedKey?.['sk'] as string | undefined };
};

/** Who of a page of members is in an audience; skills are looked up only when it asks for any. */
export const createChosen = (client: DynamoDBDocumentClient, exchange: string) => {
  const skills = createPages({ client, table: exchange, cursors: createCursors('') });
  /** The skills of each of these members; a read unit for each. */
  const skillsOf = async (communityId: string, members: readonly MemberAt[]) => {
    const find = await skills.getAll(
      members.map(({ sk }) => skillsKey(communityId, sk)),
      { consistent: true },
    );
    return ({ sk }: MemberAt): string[] => [
      ...(find<{ skills?: Set<string> }>(skillsKey(communityId, sk))?.skills ?? []),
    ];
  };
  return {
    skillsOf,
    chosen: async (communityId: string, audience: Audience, members: readonly MemberAt[]): Promise<MemberAt[]> => {
      const { interests: _, ...rest } = audience;
      const some = members.filter((member) => isIn(rest, member));
      if (!audience.interests || some.length === 0) return some;
      const interestsOf = await skillsOf(communityId, some);
      return some.filter((member) => isIn(audience, { ...member, interests: interestsOf(member) }));
    },
  };
};

/**
 * Reads an audience a page at a time, a hundred members looked at for one, so that a run tells what it can and the next goes
 * on. About four read units a page, and one for each member whose skills are asked for. Of a list whoever has left is left out.
 */
export const createAudienceOf = (client: DynamoDBDocumentClient, tables: Tables): AudienceOf => {
  const followersOf = createFollowersOf(client, tables.councils);
  const { chosen } = createChosen(client, tables.exchange);
  const members = createPages({ client, table: tables.directory, cursors: createCursors('') });

  const listed = async (communityId: string, people: readonly string[], from = ''): Promise<AudiencePage> => {
    const left = [...new Set(people)].sort().filter((id) => id > from);
    const looked = left.slice(0, PAGE);
    const find = await members.getAll(
      looked.map((id) => memberKey(communityId, id)),
      { consistent: true },
    );
    const ids = looked.filter((id) => (find<MemberItem>(memberKey(communityId, id))?.roles ?? []).length > 0);
    return { ids, next: left.length > PAGE ? looked.at(-1) : undefined };
  };

  return async (communityId, audience, from) => {
    if (audience.followers) return followersOf(communityId, audience.followers, from);
    if (audience.people) return listed(communityId, audience.people, from);
    const page = await readMembers(client, tables.directory, communityId, from);
    return { ids: (await chosen(communityId, audience, page.members)).map(({ sk }) => sk), next: page.next };
  };
};
