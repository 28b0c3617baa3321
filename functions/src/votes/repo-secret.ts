import { randomBytes, randomUUID } from 'node:crypto';
import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { BallotChoice, Mark } from '@gongzhi/shared/votes/secret-rules';
import { Busy, type Write } from '../kernel/commit';
import { isPassing, reasonsOf, untilSettled } from '../kernel/conflicts';
import type { Key, Pages } from '../kernel/pages';
import type { VoteState } from './repo-states';
import type { VoteItem } from './repo-votes';

/**
 * Table `ballots` (pk, sk; no stream, no index, no past). c = community, v = vote.
 *
 *   item     pk               sk            holds                      read by                                   units
 *   mark     c#v#v#marks      unit          the receipt's mark, channel  Get; Query, by the tick and the list    1; 1 a 4 KB
 *   ballot   c#v#v#cast       random        the choice, one letter     Query, by the tick and the list alone     1 a 4 KB
 *
 * Both are put by one transaction (4 units) and never changed. Nothing in either leads to the other: no instant, no
 * person, no order (a random id sorts by chance), no size (every choice is one letter).
 */
const partition = (communityId: string, voteId: string, of: 'marks' | 'cast') => `${communityId}#v#${voteId}#${of}`;
const LETTERS: Record<BallotChoice, string> = { for: 'F', against: 'A', abstain: 'X', invalid: 'I' };
const CHOICES = new Map(Object.entries(LETTERS).map(([choice, letter]) => [letter, choice as BallotChoice]));
/** @throws for a letter that stands for nothing: a ballot that cannot be read must stop the count, not be counted. */
const choiceOf = (letter: unknown): BallotChoice => {
  const choice = CHOICES.get(letter as string);
  if (!choice) throw new Error('a ballot that stands for nothing');
  return choice;
};
export interface SecretBallot {
  id: string;
  choice: BallotChoice;
}
const RANDOM_BYTES = 16;
const ABSENT = 'attribute_not_exists(pk)';

export const repoSecret = ({ client, table: TableName, get, each, page }: Pages) => {
  const markKey = (communityId: string, voteId: string, unitId: string) => ({
    pk: partition(communityId, voteId, 'marks'),
    sk: unitId,
  });
  const ballotPut = (communityId: string, voteId: string, choice: BallotChoice) => ({
    Put: {
      TableName,
      Item: {
        pk: partition(communityId, voteId, 'cast'),
        sk: randomBytes(RANDOM_BYTES).toString('hex'),
        c: LETTERS[choice],
      },
      ConditionExpression: ABSENT,
    },
  });
  const markPut = (communityId: string, voteId: string, { unitId, ...mark }: Mark & { unitId: string }) => ({
    Put: {
      TableName,
      Item: { ...markKey(communityId, voteId, unitId), ...mark },
      ConditionExpression: ABSENT,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    },
  });
  const write = async (token: string, TransactItems: NonNullable<TransactWriteCommand['input']['TransactItems']>) => {
    try {
      await client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken: token }));
      return { settled: undefined };
    } catch (error) {
      const [mark, ...others] = reasonsOf(error);
      if (mark?.Code === 'ConditionalCheckFailed' && mark.Item)
        return { settled: unmarshall(mark.Item as never) as Mark };
      if (![mark, ...others].some(isPassing)) throw error;
      return undefined;
    }
  };

  const readMark = (communityId: string, voteId: string, unitId: string) =>
    get<Mark>(markKey(communityId, voteId, unitId));

  return {
    mark: readMark,
    /** The state of a vote with the mark of the reader's household, when the vote is secret. */
    withMark: async (communityId: string, vote: VoteItem, state: VoteState): Promise<VoteState> => {
      const [own, ...others] = state.units ?? [];
      if (vote.ballot !== 'secret' || !own) return state;
      const mark = await readMark(communityId, vote.sk, own.unitId);
      return mark ? { ...state, units: [{ ...own, mark }, ...others] } : state;
    },
    /** Marks the unit and puts its ballot. @returns the mark that stands: this one, or one that was first. @throws Busy */
    cast: async (
      communityId: string,
      voteId: string,
      { unitId, ...mark }: Mark & { unitId: string },
      choice: BallotChoice,
    ): Promise<Mark> => {
      const items = [markPut(communityId, voteId, { unitId, ...mark }), ballotPut(communityId, voteId, choice)];
      const token = randomUUID();
      const done = await untilSettled<Mark | undefined>(() => write(token, items));
      if (!done) throw new Busy('votes.castSecret');
      return done.settled ?? mark;
    },
    /** The mark alone, of a unit whose paper went into the box. */
    markWrite: (communityId: string, voteId: string, mark: Mark & { unitId: string }): Write => ({
      ...markPut(communityId, voteId, mark),
      lost: 'VOTED',
    }),
    pageOfMarks: (communityId: string, voteId: string, cursor: string | undefined) =>
      page<Mark & { sk: string }>({ pk: partition(communityId, voteId, 'marks'), newestFirst: false, cursor }),
    /** Every ballot of a vote, in the order of their random ids. */
    ballots: async (communityId: string, voteId: string): Promise<SecretBallot[]> => {
      const found: SecretBallot[] = [];
      await each<Record<string, unknown>>(partition(communityId, voteId, 'cast'), (items) => {
        for (const { sk, c } of items) found.push({ id: sk as string, choice: choiceOf(c) });
      });
      return found;
    },
    /** Every mark of a vote. */
    marks: async (communityId: string, voteId: string): Promise<Mark[]> => {
      const found: Mark[] = [];
      await each<Mark>(partition(communityId, voteId, 'marks'), (items) => {
        for (const { mark, channel } of items) found.push({ mark, channel });
      });
      return found;
    },
    /** The units that took part, and nothing of how. */
    unitsMarked: async (communityId: string, voteId: string): Promise<string[]> => {
      const found: string[] = [];
      await each<Key>(partition(communityId, voteId, 'marks'), (items) => {
        for (const { sk } of items) found.push(sk);
      });
      return found;
    },
    /** How many units took part. */
    countMarks: async (communityId: string, voteId: string): Promise<number> => {
      let n = 0;
      let from: Record<string, unknown> | undefined;
      do {
        const { Count = 0, LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            Select: 'COUNT',
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': partition(communityId, voteId, 'marks') },
            ExclusiveStartKey: from,
          }),
        );
        n += Count;
        from = LastEvaluatedKey;
      } while (from);
      return n;
    },
  };
};
