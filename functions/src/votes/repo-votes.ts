import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { BuildingBase } from '@gongzhi/shared/votes/make-roll';
import type { Outcome, Tally } from '@gongzhi/shared/votes/model';
import type { Rule } from '@gongzhi/shared/votes/rule-sets';
import { SETTLE_MARGIN_MS } from '@gongzhi/shared/votes/rules';
import type { Write } from '../kernel/commit';
import { keepInMemory } from './keep-in-memory';
import type { Pages } from '../kernel/pages';

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
  /** Absent: named. */
  ballot?: 'secret';
  /** `app`: phones only; `all`: on paper and with help as well. */
  channels: 'app' | 'all';
  /** Units on the roll, and the area behind them (0.01 m²; 0 unless owners vote). */
  units: number;
  area: number;
  rollHash: string;
  /** Into how many buckets its roll is divided. */
  buckets: number;
}
/** What the count found. Everything else about a result follows from it and the vote. */
export interface ResultItem {
  counted: Tally;
  /** Counts of a secret vote that would tell who chose what are not kept: only how many took part. */
  few?: true;
  outcome: Outcome;
  at: string;
}
/** The roll by building and by age band, frozen with it: what coverage is a share of. */
export interface CoverItem {
  buildings: BuildingBase[];
  bands: Record<string, number>;
}

const voteKey = (communityId: string, voteId: string) => ({ pk: `${communityId}#votes`, sk: voteId });
const dueKey = (communityId: string, voteId: string) => ({ pk: `${communityId}#v#${voteId}`, sk: 'due' });
const coverKey = (communityId: string, voteId: string) => ({ pk: `${communityId}#v#${voteId}`, sk: 'cover' });
export const resultKey = (communityId: string, voteId: string) => ({ pk: `${communityId}#v#${voteId}`, sk: 'result' });

const KEPT = 200;

export const repoVotes = ({ client, table: TableName, get, page }: Pages) => {
  const kept = keepInMemory<VoteItem>(KEPT);
  const dueVotes = async (when: string, then: Date): Promise<{ communityId: string; voteId: string }[]> => {
    const due: { communityId: string; voteId: string }[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byDue',
          KeyConditionExpression: `due = :open AND ${when}`,
          ExpressionAttributeValues: { ':open': 'open', ':then': then.toISOString() },
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
  };
  return {
    vote: (communityId: string, voteId: string) =>
      kept(`${communityId}|${voteId}`, () => get<VoteItem>(voteKey(communityId, voteId))),
    result: (communityId: string, voteId: string) => get<ResultItem>(resultKey(communityId, voteId)),
    cover: (communityId: string, voteId: string) => get<CoverItem>(coverKey(communityId, voteId)),
    page: (communityId: string, cursor: string | undefined) =>
      page<VoteItem>({ pk: `${communityId}#votes`, newestFirst: true, cursor }),
    openWrites: (communityId: string, { sk, ...vote }: VoteItem, cover: CoverItem): Write[] => [
      { Put: { TableName, Item: { ...voteKey(communityId, sk), ...vote } } },
      { Put: { TableName, Item: { ...coverKey(communityId, sk), ...cover } } },
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
    listDue: (now: Date) => dueVotes('closesAt <= :then', new Date(now.getTime() - SETTLE_MARGIN_MS)),
    /** Votes of all communities that are open now, as far as the index knows. */
    listOpen: (now: Date) => dueVotes('closesAt > :then', now),
  };
};
