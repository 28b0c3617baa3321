import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Counts, Outcome } from '@gongzhi/shared/councils/model';
import type { Rule } from '@gongzhi/shared/councils/rule-sets';
import { SETTLE_MARGIN_MS } from '@gongzhi/shared/councils/rules';
import type { Write } from '../kernel/commit';
import { keepInMemory } from './keep-in-memory';
import { ballotKey, type BallotItem } from './repo-ballots';
import type { Lookup, Pages } from './repo-pages';
import { repoRolls, rollKey } from './repo-rolls';
import { turnoutKey, type TurnoutItem } from './repo-turnout';

/** A vote as it was opened; never changed, so it may be kept in memory. */
export interface VoteItem {
  /** The vote's id. */
  sk: string;
  proposalId: string;
  question: string;
  resolution: string;
  openedAt: string;
  closesAt: string;
  rule: Rule;
  households: number;
  rollHash: string;
  /** Into how many buckets its roll is divided. */
  buckets: number;
}
/** What the count found. Everything else about a result follows from it and the vote. */
export interface ResultItem {
  counts: Counts;
  outcome: Outcome;
  at: string;
}
/** What changes about a vote, and what one household has done in it. */
export interface VoteState {
  result: ResultItem | undefined;
  turnout: number;
  household?: { onRoll: boolean; ballot: BallotItem | undefined };
}

const voteKey = (communityId: string, voteId: string) => ({ pk: `${communityId}#votes`, sk: voteId });
const dueKey = (communityId: string, voteId: string) => ({ pk: `${communityId}#v#${voteId}`, sk: 'due' });
const resultKey = (communityId: string, voteId: string) => ({ pk: `${communityId}#v#${voteId}`, sk: 'result' });

const KEPT = 200;

export const repoVotes = (pages: Pages) => {
  const { client, table: TableName, get, getAll, page } = pages;
  const kept = keepInMemory<VoteItem>(KEPT);
  const { lists } = repoRolls(pages);

  const stateKeys = (communityId: string, vote: VoteItem, householdId: string | undefined) => [
    resultKey(communityId, vote.sk),
    turnoutKey(communityId, vote.sk),
    ...(householdId ? [rollKey(communityId, vote, householdId), ballotKey(communityId, vote.sk, householdId)] : []),
  ];
  const householdIn = (lookup: Lookup, communityId: string, vote: VoteItem, householdId: string) => ({
    onRoll: lists(lookup(rollKey(communityId, vote, householdId)), householdId),
    ballot: lookup<BallotItem>(ballotKey(communityId, vote.sk, householdId)),
  });
  const stateIn = (
    lookup: Lookup,
    communityId: string,
    vote: VoteItem,
    householdId: string | undefined,
  ): VoteState => ({
    result: lookup<ResultItem>(resultKey(communityId, vote.sk)),
    turnout: lookup<TurnoutItem>(turnoutKey(communityId, vote.sk))?.n ?? 0,
    ...(householdId ? { household: householdIn(lookup, communityId, vote, householdId) } : {}),
  });

  return {
    vote: (communityId: string, voteId: string) =>
      kept(`${communityId}|${voteId}`, () => get<VoteItem>(voteKey(communityId, voteId))),
    result: (communityId: string, voteId: string) => get<ResultItem>(resultKey(communityId, voteId)),
    state: async (communityId: string, vote: VoteItem, householdId: string | undefined): Promise<VoteState> => {
      const lookup = await getAll(stateKeys(communityId, vote, householdId), { consistent: true });
      return stateIn(lookup, communityId, vote, householdId);
    },
    list: async (communityId: string, householdId: string | undefined, cursor: string | undefined) => {
      const { items, next } = await page<VoteItem>({ pk: `${communityId}#votes`, newestFirst: true, cursor });
      const lookup = await getAll(
        items.flatMap((vote) => stateKeys(communityId, vote, householdId)),
        { consistent: false },
      );
      return { items: items.map((vote) => ({ vote, state: stateIn(lookup, communityId, vote, householdId) })), next };
    },
    openWrites: (communityId: string, { sk, ...vote }: VoteItem): Write[] => [
      { Put: { TableName, Item: { ...voteKey(communityId, sk), ...vote } } },
      { Put: { TableName, Item: { ...dueKey(communityId, sk), due: 'open', closesAt: vote.closesAt } } },
    ],
    /** Writes what the count found, once, and takes the vote off the list of those due. */
    settleWrites: (communityId: string, voteId: string, result: ResultItem): Write[] => [
      {
        Put: {
          TableName,
          Item: { ...resultKey(communityId, voteId), ...result },
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
        lost: 'SETTLED',
      },
      { Delete: { TableName, Key: dueKey(communityId, voteId) } },
    ],
    /** Votes of all communities whose ballots may be counted now, as far as the index knows. */
    listDue: async (now: Date): Promise<{ communityId: string; voteId: string }[]> => {
      const due: { communityId: string; voteId: string }[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            IndexName: 'byDue',
            KeyConditionExpression: 'due = :open AND closesAt <= :then',
            ExpressionAttributeValues: {
              ':open': 'open',
              ':then': new Date(now.getTime() - SETTLE_MARGIN_MS).toISOString(),
            },
            ExclusiveStartKey: from,
          }),
        );
        for (const { pk } of Items as { pk: string }[]) {
          const [communityId = '', voteId = ''] = pk.split('#v#');
          due.push({ communityId, voteId });
        }
        from = LastEvaluatedKey;
      } while (from);
      return due;
    },
  };
};
