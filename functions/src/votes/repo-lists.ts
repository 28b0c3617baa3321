import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { BallotChoice } from '@gongzhi/shared/votes/secret-rules';
import type { Pages } from '../kernel/pages';

/**
 * The head of a published list: what a reader needs before its parts. Table `votes`:
 *
 *   item   pk            sk           read by                                        units
 *   head   c#v#v#list    head         Get; 9 KB at 100,000 ballots                   1 to 3
 *   part   c#v#v#list    part#nnnn    Get; 1,024 lines, at most 69 KB                18
 */
export interface ListHead {
  /** Lines in all, without the signature; how many of them are marks. */
  size: number;
  marks: number;
  /** Root of each part, and how the part's first line begins. */
  roots: string[];
  firsts: string[];
  root: string;
  /** The last line of the file. */
  seal: string;
}
/** A named ballot as far as a list is told of it. */
export interface NamedBallot {
  unitId: string;
  choice: BallotChoice;
  mark: string | undefined;
}

const listPk = (communityId: string, voteId: string) => `${communityId}#v#${voteId}#list`;
const headKey = (communityId: string, voteId: string) => ({ pk: listPk(communityId, voteId), sk: 'head' });
const partKey = (communityId: string, voteId: string, part: number) => ({
  pk: listPk(communityId, voteId),
  sk: `part#${String(part).padStart(4, '0')}`,
});

export const repoLists = ({ client, table: TableName, get }: Pages) => ({
  head: (communityId: string, voteId: string) => get<ListHead>(headKey(communityId, voteId)),
  /** The lines of one part. */
  part: async (communityId: string, voteId: string, part: number): Promise<string[] | undefined> =>
    (await get<{ text: string }>(partKey(communityId, voteId, part)))?.text.split('\n'),
  /** Writes a part; whoever publishes the same vote writes the same. */
  putPart: async (communityId: string, voteId: string, part: { n: number; lines: readonly string[] }) => {
    await client.send(
      new PutCommand({ TableName, Item: { ...partKey(communityId, voteId, part.n), text: part.lines.join('\n') } }),
    );
  },
  /** Written last: a list that has a head is whole. */
  putHead: async (communityId: string, voteId: string, head: ListHead) => {
    await client.send(new PutCommand({ TableName, Item: { ...headKey(communityId, voteId), ...head } }));
  },
  /** Every named ballot of a vote. */
  named: async (communityId: string, voteId: string): Promise<NamedBallot[]> => {
    const found: NamedBallot[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `${communityId}#v#${voteId}#b` },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      // a ballot that only names an agent was never cast
      for (const { sk, choice, mark } of Items as { sk: string; choice?: BallotChoice; mark?: string }[])
        if (choice) found.push({ unitId: sk, choice, mark });
      from = LastEvaluatedKey;
    } while (from);
    return found;
  },
});
