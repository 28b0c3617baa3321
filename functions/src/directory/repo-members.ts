import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Door } from '@gongzhi/shared/kernel/door-key';
import type { AskedAs } from '@gongzhi/shared/directory/model';
import type { Tries } from '@gongzhi/shared/directory/rules';
import { memberKey, type MemberItem } from '../kernel/caller';
import type { Lost, Write } from '../kernel/commit';
import type { Key, Pages } from './repo-pages';

/** A person's wish to be bound to a household, or to be its door's owner, by a worker. */
export interface Request extends Door {
  requestId: string;
  askedAt: string;
  displayName: string;
  as?: AskedAs;
  state: 'waiting' | 'confirmed' | 'refused';
  reason?: string;
}
/** All that one person is to one scope: member, asker, guesser. Its version `v` is the condition of every write. */
export interface Membership extends MemberItem {
  gpk: string;
  gsk: string;
  spk?: string;
  ssk?: string;
  v: number;
  joinedAt?: string;
  home?: Door;
  /** What the person owns by the owners' register; with it comes and goes the role `owner`. */
  heads?: string[];
  /** When the person agreed to tell the age band. */
  ageBandAt?: string;
  request?: Request;
  tries?: Tries;
}
export type Change = { [K in keyof Omit<Membership, keyof Key | 'gpk' | 'gsk' | 'v'>]?: Membership[K] | undefined };

const waitingOf = (scope: string) => `${scope}#waiting`;
/** A request's id ends with its asker's first 16 characters, so that the asker's own item is found without an index. */
export const requestIdFor = (newId: string, personId: string): string => newId.slice(0, 10) + personId.slice(0, 16);

/** Members of a community or street, and who asks to be one. */
export const repoMembers = ({ client, table, get, getAll, page, whole, first }: Pages) => {
  const changed = (before: Membership, change: Change): Membership => {
    const after = { ...before, ...change, v: before.v + 1 };
    return Object.fromEntries(
      Object.entries(after).filter(([, value]) => value !== undefined),
    ) as unknown as Membership;
  };
  const asItWas = ({ v }: Membership) =>
    v === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': v } };

  return {
    /** What this person is here; somebody unknown has no roles and version 0. */
    find: async (scope: string, personId: string): Promise<Membership> =>
      (await get<Membership>(memberKey(scope, personId))) ?? {
        ...memberKey(scope, personId),
        gpk: personId,
        gsk: scope,
        roles: [],
        displayName: '',
        v: 0,
      },
    change: (before: Membership, change: Change): Write => ({
      Put: { TableName: table, Item: changed(before, change), ...asItWas(before) },
      lost: 'MEMBER',
    }),
    remove: (before: Membership): Write => ({
      Delete: { TableName: table, Key: { pk: before.pk, sk: before.sk }, ...asItWas(before) },
      lost: 'MEMBER',
    }),
    /** Counts a wrong guess. It changes nothing of the community, so it leaves no event. */
    countTry: async (before: Membership, tries: Tries): Promise<Lost | undefined> => {
      try {
        await client.send(new PutCommand({ TableName: table, Item: changed(before, { tries }), ...asItWas(before) }));
        return undefined;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return { lost: 'MEMBER' };
        throw error;
      }
    },
    /** What makes a request wait in the worker's list; undefined values take it off. */
    waiting: (scope: string, requestId: string | undefined): Change => ({
      spk: requestId && waitingOf(scope),
      ssk: requestId,
    }),
    findByRequest: async (
      scope: string,
      requestId: string,
    ): Promise<(Membership & { request: Request }) | undefined> => {
      const member = await first<Membership>(memberKey(scope, '').pk, requestId.slice(10));
      return member?.request?.requestId === requestId ? { ...member, request: member.request } : undefined;
    },
    page: (scope: string, cursor: string | undefined) =>
      page<Membership>({ pk: memberKey(scope, '').pk, cursor, having: 'joinedAt' }),
    waitingPage: (scope: string, cursor: string | undefined) =>
      page<Membership & { request: Request }>({ pk: waitingOf(scope), cursor, index: 'byState' }),
    /** Everything this person is anywhere, roles or not. */
    everywhere: async (personId: string): Promise<Membership[]> => {
      const keys = await whole<Key>(personId, 'byPerson');
      const findAt = await getAll<Membership>(keys);
      return keys.flatMap((key) => findAt(key) ?? []);
    },
  };
};
