import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Column } from '@gongzhi/shared/councils/model';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

/** A point's or reply's words. */
export interface WordsItem {
  sk: string;
  body: string;
  authorId: string;
  authorName: string;
  at: string;
}
/** What moves about a point, apart from its words, so that endorsing stays small. A reply's node only says whose reply it is. */
export interface NodeItem {
  column?: Column;
  endorsements: number;
  replies: number;
  replyTo?: string;
}
export interface InProposal {
  communityId: string;
  proposalId: string;
}
export type Words = Omit<WordsItem, 'sk'> & { id: string };

const discussion = ({ communityId, proposalId }: InProposal) => `${communityId}#p#${proposalId}`;
const columnPk = (ids: InProposal, column: Column) => `${discussion(ids)}#${column}`;
const pointKey = (ids: InProposal, column: Column, pointId: string) => ({ pk: columnPk(ids, column), sk: pointId });
const nodeKey = (ids: InProposal, id: string) => ({ pk: discussion(ids), sk: `node#${id}` });
const endorsementKey = (ids: InProposal, pointId: string, personId: string) => ({
  pk: `${discussion(ids)}#e#${pointId}`,
  sk: personId,
});
const repliesPk = (ids: InProposal, pointId: string) => `${discussion(ids)}#r#${pointId}`;

/** Place of a point among the most endorsed of its column; equal numbers stand in the order of the points. */
export const rankOf = (endorsements: number, pointId: string) => `${String(endorsements).padStart(8, '0')}#${pointId}`;
const idOf = ({ sk }: Key) => sk.slice('node#'.length);

export const repoPoints = ({ client, table: TableName, get, getAll, page }: Pages) => {
  const order = async (ids: InProposal, column: Column, cursor: string | undefined) => {
    const ranked = await page<Key>({ pk: columnPk(ids, column), index: 'byEndorsed', newestFirst: true, cursor });
    return { ids: ranked.items.map(idOf), next: ranked.next };
  };
  const newest = async (ids: InProposal, column: Column, cursor: string | undefined) => {
    const points = await page<Key>({ pk: columnPk(ids, column), newestFirst: true, cursor });
    return { ids: points.items.map(({ sk }) => sk), next: points.next };
  };

  return {
    node: (ids: InProposal, id: string) => get<NodeItem>(nodeKey(ids, id)),
    /** A page of one column, each point with its counts and whether `personId` endorsed it. */
    list: async (
      ids: InProposal,
      column: Column,
      by: { order: 'newest' | 'endorsed'; cursor: string | undefined; personId: string | undefined },
    ) => {
      const { ids: pointIds, next } = await (by.order === 'newest' ? newest : order)(ids, column, by.cursor);
      const endorsed = (id: string) => endorsementKey(ids, id, by.personId ?? '-');
      const keys = pointIds.flatMap((id) => [
        pointKey(ids, column, id),
        nodeKey(ids, id),
        ...(by.personId ? [endorsed(id)] : []),
      ]);
      const lookup = await getAll(keys, { consistent: false });
      const items = pointIds.flatMap((id) => {
        const words = lookup<WordsItem>(pointKey(ids, column, id));
        const node = lookup<NodeItem>(nodeKey(ids, id));
        return words && node
          ? [
              {
                ...words,
                endorsements: node.endorsements,
                replies: node.replies,
                endorsedByMe: lookup(endorsed(id)) !== undefined,
              },
            ]
          : [];
      });
      return { items, next };
    },
    listReplies: (ids: InProposal, pointId: string, cursor: string | undefined) =>
      page<WordsItem>({ pk: repliesPk(ids, pointId), newestFirst: false, cursor }),
    pointWrites: (ids: InProposal, column: Column, { id, ...words }: Words): Write[] => [
      { Put: { TableName, Item: { ...pointKey(ids, column, id), ...words } } },
      {
        Put: {
          TableName,
          Item: {
            ...nodeKey(ids, id),
            column,
            endorsements: 0,
            replies: 0,
            gpk: columnPk(ids, column),
            gsk: rankOf(0, id),
          },
        },
      },
    ],
    replyWrites: (ids: InProposal, pointId: string, { id, ...words }: Words): Write[] => [
      { Put: { TableName, Item: { pk: repliesPk(ids, pointId), sk: id, ...words } } },
      { Put: { TableName, Item: { ...nodeKey(ids, id), replyTo: pointId } } },
      {
        Update: {
          TableName,
          Key: nodeKey(ids, pointId),
          UpdateExpression: 'ADD replies :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
    ],
    /** One endorsement a person, counted without contention; the point's place in the order follows from the stream (rank-points.ts). */
    endorseWrites: (ids: InProposal, pointId: string, personId: string, at: string): Write[] => [
      {
        Put: {
          TableName,
          Item: { ...endorsementKey(ids, pointId, personId), at },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        lost: 'ENDORSED',
      },
      {
        Update: {
          TableName,
          Key: nodeKey(ids, pointId),
          UpdateExpression: 'ADD endorsements :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
    ],
    /** Puts a point where `endorsements` says, unless it has been endorsed again since: then that later record does it. */
    rank: async ({ pk, sk }: Key, endorsements: number): Promise<void> => {
      try {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: { pk, sk },
            UpdateExpression: 'SET gsk = :rank',
            ConditionExpression: 'endorsements = :seen',
            ExpressionAttributeValues: { ':seen': endorsements, ':rank': rankOf(endorsements, idOf({ pk, sk })) },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
};
