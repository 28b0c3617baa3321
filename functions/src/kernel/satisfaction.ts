import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FollowUpsOnTime, Result } from '@gongzhi/shared/kernel/satisfaction-result';

/** Results of a community, in the satisfaction table, in the order in which their rounds began. */
export const resultsPk = (communityId: string): string => `${communityId}#results`;
/** Follow-ups of a community by their last day, in the index byDue: those that wait, and those that were accepted. */
export const followUpsPk = (communityId: string, which: 'waiting' | 'done'): string => `${communityId}#${which}`;

const KEPT = 'kept';
interface Due {
  followUpId: string;
  dueAt: string;
  answeredAt?: string | undefined;
  /** The round in which the low answer was given. */
  roundId?: string | undefined;
}
/** Where a follow-up stands among those of its community: by its last day, then by whether it was answered by then, and of which round it is. */
export const followUpGsk = ({ followUpId, dueAt, answeredAt, roundId = '' }: Due): string =>
  `${dueAt}#${answeredAt !== undefined && answeredAt < dueAt ? KEPT : 'open'}#${followUpId}#${roundId}`;

/** What other slices may know of satisfaction: results as they were published, and how follow-ups were kept. */
export interface Satisfaction {
  /** Results of rounds that closed in a period, from an instant until before another. Constant for each round, whatever was answered. */
  results(communityId: string, from: string, until: string): Promise<Result[]>;
  /** Follow-ups of the answers of these rounds whose last day lay in a period. */
  followUps(communityId: string, from: string, until: string, roundIds: readonly string[]): Promise<FollowUpsOnTime>;
}

export const createSatisfaction = (client: DynamoDBDocumentClient, TableName: string): Satisfaction => {
  const all = async <T>(input: object): Promise<T[]> => {
    const items: T[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({ TableName, ...input, ExclusiveStartKey: from } as ConstructorParameters<
          typeof QueryCommand
        >[0]),
      );
      items.push(...(Items as T[]));
      from = LastEvaluatedKey;
    } while (from);
    return items;
  };
  return {
    results: async (communityId, from, until) => {
      const items = await all<Omit<Result, 'roundId'> & { pk: string; sk: string }>({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': resultsPk(communityId) },
        ConsistentRead: true,
      });
      return items
        .filter(({ closedAt }) => closedAt >= from && closedAt < until)
        .map(({ pk: _pk, sk, ...result }) => ({ ...result, roundId: sk }));
    },
    followUps: async (communityId, from, until, roundIds) => {
      const of = (which: 'waiting' | 'done') =>
        all<{ gsk: string }>({
          IndexName: 'byDue',
          KeyConditionExpression: 'gpk = :pk AND gsk BETWEEN :from AND :until',
          ExpressionAttributeValues: { ':pk': followUpsPk(communityId, which), ':from': from, ':until': until },
        });
      const found = (await Promise.all([of('waiting'), of('done')])).flat().map(({ gsk }) => gsk.split('#'));
      const due = found.filter(([, , , roundId = '']) => roundIds.includes(roundId));
      return { due: due.length, onTime: due.filter(([, kept]) => kept === KEPT).length };
    },
  };
};
