import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Choice, Counts } from '@gongzhi/shared/councils/model';
import { tally } from '@gongzhi/shared/councils/result-rules';
import type { Pages } from './repo-pages';

/** A household's ballot: `by` cast it at `at`. Its key, vote and household, is what makes it one. */
export interface BallotItem {
  choice: Choice;
  by: string;
  at: string;
}
const ballotsPk = (communityId: string, voteId: string) => `${communityId}#v#${voteId}#b`;
export const ballotKey = (communityId: string, voteId: string, householdId: string) => ({
  pk: ballotsPk(communityId, voteId),
  sk: householdId,
});

const BALLOTS = /^(\d{12})#v#([0-9A-Z]{26})#b$/;
/** The vote whose ballots lie in the partition `pk`; undefined when other items lie there. */
export const voteOfBallots = (pk: string): { communityId: string; voteId: string } | undefined => {
  const [, communityId, voteId] = BALLOTS.exec(pk) ?? [];
  return communityId && voteId ? { communityId, voteId } : undefined;
};

export const repoBallots = ({ client, table: TableName, get }: Pages) => ({
  ballot: (communityId: string, voteId: string, householdId: string) =>
    get<BallotItem>(ballotKey(communityId, voteId, householdId)),
  /** Puts the household's ballot if there is none. @returns the ballot that stands: this one, or the one that was first. */
  cast: async (communityId: string, voteId: string, householdId: string, ballot: BallotItem): Promise<BallotItem> => {
    const noBallotYet = 'attribute_not_exists(pk)';
    const Item = { ...ballotKey(communityId, voteId, householdId), ...ballot };
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item,
          ConditionExpression: noBallotYet,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return ballot;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException && error.Item)) throw error;
      return unmarshall(error.Item) as BallotItem;
    }
  },
  /** Counts every ballot of a vote, strongly consistent: the authority of a result. */
  recount: async (communityId: string, voteId: string): Promise<Counts> => {
    const counts: Counts = { for: 0, against: 0, abstain: 0 };
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': ballotsPk(communityId, voteId) },
          ProjectionExpression: 'choice',
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      const some = tally(Items as Pick<BallotItem, 'choice'>[]);
      counts.for += some.for;
      counts.against += some.against;
      counts.abstain += some.abstain;
      from = LastEvaluatedKey;
    } while (from);
    return counts;
  },
});
