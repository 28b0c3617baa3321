import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { personKey, type PersonItem } from './caller';
import { createCursors } from './cursor';
import { createPages, type Key } from './pages';

/** How somebody who reported in stands: `valid` only while `validUntil` has not come and the consent stands. */
export type PartyState = 'asked' | 'valid' | 'declined' | 'moved' | 'left' | 'withdrawn';
export type PartyKind = 'branch' | 'inService' | 'retired' | 'company';

/** Who confirmed and when. `paper`: a worker saw the unit's word on paper. */
export interface Confirmed {
  at: string;
  by: 'app' | 'paper';
}
/** A member's report-in in the party table, one a person and community. */
export interface PartyItem extends Key {
  kind: PartyKind;
  state: PartyState;
  askedAt: string;
  branchId: string;
  /** Where the member's organisation lies, for every kind but `branch`: a unit, or its name until a worker made it one. */
  unitId?: string;
  unitName?: string;
  building?: string;
  skills: string[];
  /** Shown to everybody by the member's own choice. */
  open: boolean;
  displayName: string;
  /** Instant from which the membership counts; a new consent begins a new one. */
  since?: string;
  /** Instant from which it counts no more unless renewed. */
  validUntil?: string;
  renewAskedAt?: string;
  /** By the member's organisation: the unit, or the branch for kind `branch`. */
  organisation?: Confirmed;
  community?: Confirmed;
  /** Why it was declined, to the member only. */
  reason?: string;
  /** Community in which they were reported in before, as they say; and where they went. */
  earlier?: string;
  movedTo?: string;
  version: number;
}
export interface BranchItem extends Key {
  name: string;
  secretaryId: string;
  /** Who reports in to it, also while they wait. */
  members: number;
  closed?: true;
}
export type PartyMember = Omit<PartyItem, keyof Key> & { personId: string };
export type Branch = Pick<BranchItem, 'name' | 'secretaryId'> & { branchId: string };

export const partyKey = (communityId: string, personId: string): Key => ({
  pk: `${communityId}#members`,
  sk: personId,
});
export const branchKey = (communityId: string, branchId: string): Key => ({
  pk: `${communityId}#branches`,
  sk: branchId,
});
/** Which branch somebody is the secretary of: of one at most. */
export const secretaryKey = (communityId: string, personId: string): Key => ({
  pk: `${communityId}#secretaries`,
  sk: personId,
});

/** Purposes without which nobody reads that somebody is a member. */
const NEEDED = ['privacy', 'party'] as const;
/** Members looked at for one page. */
const PAGE = 100;

/** Which of these people's consents stand now, strongly consistent; one read unit a person. @throws Busy */
export const createConsenting = (client: DynamoDBDocumentClient, identity: string) => {
  const { getAll } = createPages({ client, table: identity, cursors: createCursors('') });
  return async (personIds: readonly string[]): Promise<ReadonlySet<string>> => {
    const found = await getAll(personIds.map(personKey), { consistent: true });
    const consents = (id: string) => found<PersonItem>(personKey(id))?.consents ?? {};
    return new Set(personIds.filter((id) => NEEDED.every((purpose) => consents(id)[purpose] !== undefined)));
  };
};
export type Consenting = ReturnType<typeof createConsenting>;

/** A report-in that counts at an instant, the consent apart. */
export const counts = ({ state, validUntil }: Pick<PartyItem, 'state' | 'validUntil'>, now: Date): boolean =>
  state === 'valid' && (validUntil === undefined || validUntil > now.toISOString());

const shown = ({ pk: _, sk: personId, ...member }: PartyItem): PartyMember => ({ personId, ...member });

/** What other slices may know of members who reported in: those that count, and whose consent stands at this moment. */
export interface Party {
  /** Somebody who counts here now; about two read units. */
  member(communityId: string, personId: string): Promise<PartyMember | undefined>;
  /** Members who count, by 100 looked at; a page may be empty and not the last. About 110 read units for 100. */
  page(communityId: string, from?: string): Promise<{ members: PartyMember[]; next: string | undefined }>;
  /** A branch, unless it is closed; one read unit. */
  branch(communityId: string, branchId: string): Promise<Branch | undefined>;
  /** The branch somebody is the secretary of, unless it is closed; two read units. */
  branchOf(communityId: string, secretaryId: string): Promise<Branch | undefined>;
}

export const createParty = (
  client: DynamoDBDocumentClient,
  tables: { party: string; identity: string },
  clock: () => Date = () => new Date(),
): Party => {
  const consenting = createConsenting(client, tables.identity);
  const get = async <T>(Key: Key) =>
    (await client.send(new GetCommand({ TableName: tables.party, Key, ConsistentRead: true }))).Item as T | undefined;
  const standing = async (items: readonly PartyItem[]) => {
    const valid = items.filter((item) => counts(item, clock()));
    const agreed = await consenting(valid.map(({ sk }) => sk));
    return valid.filter(({ sk }) => agreed.has(sk)).map(shown);
  };
  const branch = async (communityId: string, branchId: string): Promise<Branch | undefined> => {
    const item = await get<BranchItem>(branchKey(communityId, branchId));
    return item && !item.closed ? { branchId: item.sk, name: item.name, secretaryId: item.secretaryId } : undefined;
  };
  return {
    member: async (communityId, personId) => {
      const item = await get<PartyItem>(partyKey(communityId, personId));
      return item && (await standing([item]))[0];
    },
    page: async (communityId, from) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: tables.party,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': partyKey(communityId, '').pk },
          ConsistentRead: true,
          Limit: PAGE,
          ...(from ? { ExclusiveStartKey: partyKey(communityId, from) } : {}),
        }),
      );
      const members = await standing(Items as PartyItem[]);
      return { members, next: LastEvaluatedKey?.['sk'] as string | undefined };
    },
    branch,
    branchOf: async (communityId, secretaryId) => {
      const named = await get<{ branchId: string }>(secretaryKey(communityId, secretaryId));
      const found = named && (await branch(communityId, named.branchId));
      return found?.secretaryId === secretaryId ? found : undefined;
    },
  };
};
