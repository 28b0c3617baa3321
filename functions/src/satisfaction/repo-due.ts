import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

/** What the clock has to do for this slice. */
export const WORKS = ['draw', 'wave', 'tell', 'remind', 'low', 'close', 'scrub', 'answered'] as const;
export type Work = (typeof WORKS)[number];
/** Something to be done from an instant on. `id`: of what; `about`: what it needs besides; `from`: how far it has come. */
export interface Due {
  communityId: string;
  work: Work;
  id: string;
  at: string;
  about?: Record<string, string>;
  from?: string;
}
type DueItem = Due & Key;
/** Done again at an instant, from some point on. */
export interface Again {
  at: Date;
  from?: string | undefined;
}
const LOOKED_AT = 50;
const dueKey = ({ communityId, work, id }: Pick<Due, 'communityId' | 'work' | 'id'>) => ({
  pk: `${communityId}#due`,
  sk: `${work}#${id}`,
});
const listed = (at: string, { pk, sk }: Key) => ({ gpk: 'due', gsk: `${at}#${pk}#${sk}` });

const moveWrite = (table: string, due: Due, again: Again | undefined): Write => {
  const key = dueKey(due);
  const seen = { when: '#at = :seen AND attribute_exists(#gpk)', lost: 'MOVED' };
  if (!again) return changeItem(table, key, { to: 'REMOVE #gpk, #gsk', ...seen, values: { ':seen': due.at } });
  const at = again.at.toISOString();
  const { gsk } = listed(at, key);
  return changeItem(table, key, {
    to: 'SET #at = :at, #from = :from, #gsk = :gsk',
    ...seen,
    values: { ':seen': due.at, ':at': at, ':from': again.from ?? '', ':gsk': gsk },
  });
};

export const repoDue = ({ client, table: TableName, getAll }: Pages) => {
  const itemOf = (due: Due) => ({ ...dueKey(due), ...due, ...listed(due.at, dueKey(due)) });
  return {
    /** To be done once ever: what was done stays known by its key. */
    dueWrite: (due: Due): Write => ({
      Put: { TableName, Item: itemOf(due), ConditionExpression: 'attribute_not_exists(pk)' },
      lost: 'DUE',
    }),
    /** The same by itself; done twice it is one. */
    once: async (due: Due): Promise<void> => {
      try {
        await client.send(
          new PutCommand({ TableName, Item: itemOf(due), ConditionExpression: 'attribute_not_exists(pk)' }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    /** What is to be done by now, the earliest first. The index only says where to look. */
    by: async (now: Date): Promise<Due[]> => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byDue',
          KeyConditionExpression: 'gpk = :due AND gsk <= :now',
          ExpressionAttributeValues: { ':due': 'due', ':now': `${now.toISOString()}~` },
          Limit: LOOKED_AT,
        }),
      );
      const keys = (Items as Key[]).map(({ pk, sk }) => ({ pk, sk }));
      const found = await getAll(keys, { consistent: true });
      return keys.flatMap((key) => {
        const due = found<DueItem & { gpk?: string }>(key);
        return due?.gpk && due.at <= now.toISOString() ? [due] : [];
      });
    },
    /** Which round those of a wave are invited to: the first that is kept. */
    bind: async (due: Due, roundId: string): Promise<void> => {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: dueKey(due),
          UpdateExpression: 'SET about.roundId = if_not_exists(about.roundId, :round)',
          ExpressionAttributeValues: { ':round': roundId },
        }),
      );
    },
    /** It is done, or to be done again; nothing when somebody else has moved it on. */
    move: async (due: Due, again: Again | undefined): Promise<void> => {
      const { Update } = moveWrite(TableName, due, again);
      try {
        if (Update) await client.send(new UpdateCommand(Update as UpdateCommandInput));
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
};
