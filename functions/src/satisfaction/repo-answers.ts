import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Sample } from '@gongzhi/shared/satisfaction/sample-rules';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { InRound } from './repo-marks';

/** What was said: nothing of who, when or where. `levels`: a digit each (rules.ts). */
export interface AnswerItem {
  sk: string;
  levels: string;
  stratum: number;
  reason?: string;
  word?: string;
}
/** A low answer, with the name its follow-up will have; `opened`: it has it. */
export interface LowItem extends AnswerItem {
  followUpId: string;
  opened?: true;
}
const RANDOM_BYTES = 16;
const partition = ({ communityId, roundId }: InRound, of: 'answers' | 'low' | 'sample') =>
  `${communityId}#${roundId}#${of}`;

export const repoAnswers = ({ client, table: TableName, get, each }: Pages) => ({
  /** An answer under a random id. */
  answerWrite: (round: InRound, answer: Omit<LowItem, 'sk'> | Omit<AnswerItem, 'sk'>): Write => ({
    Put: {
      TableName,
      Item: {
        pk: partition(round, 'followUpId' in answer ? 'low' : 'answers'),
        sk: randomBytes(RANDOM_BYTES).toString('hex'),
        ...answer,
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'TWICE',
  }),
  /** Every answer of a round, low ones too, page by page. */
  each: async (round: InRound, take: (answers: readonly AnswerItem[]) => void): Promise<void> => {
    await each<AnswerItem>(partition(round, 'answers'), take);
    await each<AnswerItem>(partition(round, 'low'), take);
  },
  /** Low answers whose follow-up is not opened yet. */
  unopened: async (round: InRound): Promise<LowItem[]> => {
    const found: LowItem[] = [];
    await each<LowItem>(partition(round, 'low'), (items) => found.push(...items.filter(({ opened }) => !opened)));
    return found;
  },
  markOpened: (round: InRound, sk: string): Promise<unknown> =>
    client.send(
      new UpdateCommand({
        TableName,
        Key: { pk: partition(round, 'low'), sk },
        UpdateExpression: 'SET opened = :yes',
        ExpressionAttributeValues: { ':yes': true },
      }),
    ),
  sample: (round: InRound) => get<Sample>({ pk: partition(round, 'sample'), sk: 'sample' }),
  /** Keeps the sample of a round, the first that is drawn; @returns the one that stands. */
  keepSample: async (round: InRound, sample: Sample): Promise<Sample> => {
    const key = { pk: partition(round, 'sample'), sk: 'sample' };
    try {
      await client.send(
        new PutCommand({ TableName, Item: { ...key, ...sample }, ConditionExpression: 'attribute_not_exists(pk)' }),
      );
      return sample;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return (await get<Sample>(key)) ?? sample;
    }
  },
});
