import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Channels, Choice, Tally } from '@gongzhi/shared/votes/model';
import { emptyTally, tally, type Countable } from '@gongzhi/shared/votes/result-rules';
import type { RollEntry } from '@gongzhi/shared/votes/roll-rules';
import { MOST_CASTS } from '@gongzhi/shared/votes/rules';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

/**
 * A unit's ballot. Its key, vote and unit, is what makes it one; `by` cast it and alone may change it. Before it is cast
 * it may name an agent, so that agent, owner and revocation meet in this one item.
 */
export interface BallotItem {
  choice: Choice | 'invalid';
  /** What stood before this casting, or `none`: the live figures follow from each record alone. */
  was: Choice | 'invalid' | 'none';
  by: string;
  at: string;
  via: keyof Channels;
  /** How often it was cast; absent: it was not. */
  casts: number;
  /** Mark of the request that cast it last, and of all that ever did: a request that comes late is known. */
  last: string;
  keys: Set<string>;
  building: number;
  area?: number;
  band?: string;
  agent?: string;
  /** What the receipt's code leaves in the published list. */
  mark?: string;
}
/** One casting. `as`: by right of the roll, or as the agent the ballot names. */
export interface Casting {
  choice: Choice;
  by: string;
  at: string;
  as: 'own' | 'proxy';
  key: string;
  band?: string | undefined;
  mark?: string | undefined;
}
/** What stands after a casting was tried; undefined when nothing does. */
export interface Stood {
  cast: boolean;
  ballot: Partial<BallotItem> | undefined;
}

const ballotsPk = (communityId: string, voteId: string) => `${communityId}#v#${voteId}#b`;
export const ballotKey = (communityId: string, voteId: string, unitId: string) => ({
  pk: ballotsPk(communityId, voteId),
  sk: unitId,
});

const BALLOTS = /^(\d{12})#v#([0-9A-Z]{26})#([br])$/;
/** The vote whose ballots (b) or readers (r) lie in the partition `pk`; undefined when other items lie there. */
export const voteOf = (pk: string): { communityId: string; voteId: string; of: 'b' | 'r' } | undefined => {
  const [, communityId, voteId, of] = BALLOTS.exec(pk) ?? [];
  return communityId && voteId ? { communityId, voteId, of: of as 'b' | 'r' } : undefined;
};
/** A request's mark: ten characters of the hash of its key. */
export const markOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 10);

const NOT_CAST = 'attribute_not_exists(casts)';
const MINE = '#by = :by';
const NEW_REQUEST = 'NOT contains(#keys, :key)';
const NOT_TOO_OFTEN = 'casts < :most';
const BY_RIGHT = `(${NOT_CAST} OR (${MINE} AND ${NEW_REQUEST} AND ${NOT_TOO_OFTEN}))`;
const MAY = { own: BY_RIGHT, proxy: `${BY_RIGHT} AND #agent = :by` };

const present = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
/** `#x = :x` for each attribute, with its name and value. */
const setting = (values: Record<string, unknown>) => ({
  sets: Object.keys(values).map((name) => `#${name} = :${name}`),
  names: Object.fromEntries(Object.keys(values).map((name) => [`#${name}`, name])),
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
});

const casting = ({ building, area }: Pick<RollEntry, 'building' | 'area'>, { as, key, ...ballot }: Casting) => {
  const via = as === 'own' ? 'app' : 'proxy';
  const { sets, names, values } = setting(present({ ...ballot, via, last: key, building, area }));
  return {
    UpdateExpression: `SET was = if_not_exists(choice, :none), ${sets.join(', ')} ADD casts :one, #keys :keys`,
    ConditionExpression: MAY[as],
    ExpressionAttributeNames: { ...names, '#keys': 'keys', ...(as === 'proxy' ? { '#agent': 'agent' } : {}) },
    ExpressionAttributeValues: {
      ...values,
      ':none': 'none',
      ':key': key,
      ':one': 1,
      ':keys': new Set([key]),
      ':most': MOST_CASTS,
    },
  };
};

export const repoBallots = ({ client, table: TableName, get }: Pages) => ({
  ballot: (communityId: string, voteId: string, unitId: string) =>
    get<Partial<BallotItem>>(ballotKey(communityId, voteId, unitId)),
  /** Casts or changes a unit's ballot: one conditional update. @returns what stands, and whether this casting made it so. */
  cast: async (communityId: string, voteId: string, entry: RollEntry, ballot: Casting): Promise<Stood> => {
    const Key = ballotKey(communityId, voteId, entry.unitId);
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key,
          ...casting(entry, ballot),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      const { choice, by, at, key: last } = ballot;
      return { cast: true, ballot: { choice, by, at, last } };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { cast: false, ballot: error.Item ? (unmarshall(error.Item) as Partial<BallotItem>) : undefined };
    }
  },
  /** Names the agent of a ballot that is not cast and names none. */
  nameAgentWrite: (communityId: string, voteId: string, unitId: string, agent: string): Write => ({
    Update: {
      TableName,
      Key: ballotKey(communityId, voteId, unitId),
      UpdateExpression: 'SET #agent = :agent',
      ConditionExpression: `${NOT_CAST} AND attribute_not_exists(#agent)`,
      ExpressionAttributeNames: { '#agent': 'agent' },
      ExpressionAttributeValues: { ':agent': agent },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    lost: 'BALLOT',
  }),
  /** Takes the agent off a ballot that is not cast. */
  dropAgentWrite: (communityId: string, voteId: string, unitId: string, agent: string): Write => ({
    Update: {
      TableName,
      Key: ballotKey(communityId, voteId, unitId),
      UpdateExpression: 'REMOVE #agent',
      ConditionExpression: `${NOT_CAST} AND #agent = :agent`,
      ExpressionAttributeNames: { '#agent': 'agent' },
      ExpressionAttributeValues: { ':agent': agent },
    },
    lost: 'BALLOT',
  }),
  /** Counts every ballot of a vote, strongly consistent: the authority of a result. One read unit for about 20 ballots. */
  recount: async (communityId: string, voteId: string): Promise<Tally> => {
    const counted = emptyTally();
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': ballotsPk(communityId, voteId) },
          ProjectionExpression: 'choice, #area, via',
          ExpressionAttributeNames: { '#area': 'area' },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      tally(
        (Items as Partial<Countable>[]).filter((ballot): ballot is Countable => ballot.choice !== undefined),
        counted,
      );
      from = LastEvaluatedKey;
    } while (from);
    return counted;
  },
});
