import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Answer } from '@gongzhi/shared/opinions/model';
import type { Pages } from '../kernel/pages';
import { matterKey, type InMatter } from './matter-key';
import type { Cell } from './place-people';

/** What a person answered: by number, and when last. */
export interface AnswersItem {
  sk: string;
  at: string;
  [answer: `s${number}`]: 'a' | 'd' | 'p';
}
const LETTER = { agree: 'a', disagree: 'd', pass: 'p' } as const satisfies Record<Answer, string>;
const WORD = { a: 'agree', d: 'disagree', p: 'pass' } as const;
const CELL = { a: 1, d: -1, p: 0 } as const satisfies Record<string, Cell>;

/** Number → answer. */
export const answersOf = (item: AnswersItem | undefined): Map<number, Answer> =>
  new Map(
    Object.entries(item ?? {}).flatMap(([name, value]): [number, Answer][] =>
      /^s\d+$/.test(name) ? [[Number(name.slice(1)), WORD[value as 'a' | 'd' | 'p']]] : [],
    ),
  );
export const rowOf = (item: AnswersItem, statements: number): Cell[] =>
  Array.from({ length: statements }, (_, no) => {
    const letter = item[`s${no}`];
    return letter && CELL[letter];
  });

export const repoAnswers = ({ client, table: TableName, get }: Pages) => ({
  of: (matter: InMatter, personId: string) => get<AnswersItem>({ pk: `${matterKey(matter)}#a`, sk: personId }),
  /** One answer, the last counts: 1 unit, 3 after five hundred. */
  give: async (
    matter: InMatter,
    personId: string,
    given: { no: number; answer: Answer; at: string },
  ): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: { pk: `${matterKey(matter)}#a`, sk: personId },
        UpdateExpression: 'SET #s = :answer, #at = :at',
        ExpressionAttributeNames: { '#s': `s${given.no}`, '#at': 'at' },
        ExpressionAttributeValues: { ':answer': LETTER[given.answer], ':at': given.at },
      }),
    );
  },
  /** Everybody's, for the computation alone: it leaves the function only as sums. */
  all: async (matter: InMatter): Promise<AnswersItem[]> => {
    const items: AnswersItem[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `${matterKey(matter)}#a` },
          ExclusiveStartKey: from,
        }),
      );
      items.push(...(Items as AnswersItem[]));
      from = LastEvaluatedKey;
    } while (from);
    return items;
  },
});
