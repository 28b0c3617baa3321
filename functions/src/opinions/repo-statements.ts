import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { MOST_STATEMENTS } from '@gongzhi/shared/opinions/thresholds';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { matterKey, type InMatter } from './matter-key';
import type { Counts } from './weigh-statements';

/** A public statement; the figures are those of the last computation and are shown to nobody here: they order what is asked. */
export interface StatementItem extends Counts {
  sk: string;
  id: string;
  body: string;
  authorId: string;
  at: string;
  pull: number;
}
export const noOf = (sk: string): number => Number(sk);
const keyOf = (matter: InMatter, no: number) => ({ pk: `${matterKey(matter)}#s`, sk: String(no).padStart(5, '0') });

export const repoStatements = ({ client, table: TableName, getAll }: Pages) => ({
  /** How many there are: the newest one's number and one; numbers are given without a gap. 0.5 units. */
  total: async (matter: InMatter): Promise<number> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${matterKey(matter)}#s` },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    const [newest] = Items as StatementItem[];
    return newest ? noOf(newest.sk) + 1 : 0;
  },
  /** Those of these numbers that exist, in their order. */
  byNumber: async (matter: InMatter, numbers: readonly number[]): Promise<StatementItem[]> => {
    const lookup = await getAll(
      numbers.map((no) => keyOf(matter, no)),
      { consistent: false },
    );
    return numbers.flatMap((no) => lookup<StatementItem>(keyOf(matter, no)) ?? []);
  },
  /** All, oldest first, strongly consistent: for the computation alone. */
  all: async (matter: InMatter): Promise<StatementItem[]> => {
    const items: StatementItem[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `${matterKey(matter)}#s` },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      items.push(...(Items as StatementItem[]));
      from = LastEvaluatedKey;
    } while (from);
    return items;
  },
  /** Makes a statement public under the next number; who comes second for a number is told TAKEN. */
  publishWrite: (
    matter: InMatter,
    no: number,
    text: Pick<StatementItem, 'id' | 'body' | 'authorId' | 'at'>,
  ): Write => ({
    Put: {
      TableName,
      Item: { ...keyOf(matter, no), ...text, agree: 0, disagree: 0, pass: 0, pull: 0 },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'TAKEN',
  }),
  isFull: (total: number): boolean => total >= MOST_STATEMENTS,
  /** Puts the figures of a computation on a statement. */
  weigh: async (matter: InMatter, no: number, { agree, disagree, pass }: Counts, pull: number): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: keyOf(matter, no),
        UpdateExpression: 'SET agree = :a, disagree = :d, #pass = :p, pull = :pull',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#pass': 'pass' },
        ExpressionAttributeValues: { ':a': agree, ':d': disagree, ':p': pass, ':pull': pull },
      }),
    );
  },
});
