import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Write } from './commit';

/** What other slices may know of a matter: the public head of a proposal, in the councils table. */
export interface MatterFacts {
  title: string;
  authorId: string;
  supports: number;
  threshold: number;
  agendaAt?: string;
  voteId?: string;
  closesAt?: string;
  settledAt?: string;
  /** Votes of earlier rounds that decided nothing, the oldest first. */
  pastVotes?: string[];
  mergedInto?: string;
  splitInto?: string[];
}

/** The public head of a matter; its item is read and written by the councils slice and, through here, by those whose acts move it on. */
export const matterKey = (communityId: string, proposalId: string) => ({
  pk: `${communityId}#proposals`,
  sk: proposalId,
});

export const createMatters = (client: DynamoDBDocumentClient, TableName: string) => ({
  /** A published matter, strongly consistent. One read unit. */
  read: async (communityId: string, proposalId: string): Promise<MatterFacts | undefined> => {
    const Key = matterKey(communityId, proposalId);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item as MatterFacts | undefined;
  },
  /** Ties the vote to its matter: one vote a matter. That its procedure lets it be voted on is judged from the way, which is checked beside this. */
  voteOpenedWrite: (
    communityId: string,
    proposalId: string,
    vote: { voteId: string; closesAt: string; poll: boolean },
  ): Write => ({
    Update: {
      TableName,
      Key: matterKey(communityId, proposalId),
      UpdateExpression: vote.poll
        ? 'SET voteId = :vote, closesAt = :end, poll = :poll'
        : 'SET voteId = :vote, closesAt = :end',
      ConditionExpression:
        'attribute_exists(pk) AND attribute_not_exists(voteId) AND attribute_not_exists(mergedInto) AND attribute_not_exists(splitInto)',
      ExpressionAttributeValues: {
        ':vote': vote.voteId,
        ':end': vote.closesAt,
        ...(vote.poll ? { ':poll': true } : {}),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    lost: 'VOTE_EXISTS',
  }),
  /** Its vote was counted and decided nothing: it is kept among the past ones, and another may be opened. */
  beginAnewWrite: (communityId: string, proposalId: string, voteId: string): Write => ({
    Update: {
      TableName,
      Key: matterKey(communityId, proposalId),
      UpdateExpression:
        'SET pastVotes = list_append(if_not_exists(pastVotes, :none), :past) REMOVE voteId, closesAt, settledAt, poll',
      ConditionExpression: 'voteId = :vote AND attribute_exists(settledAt)',
      ExpressionAttributeValues: { ':vote': voteId, ':past': [voteId], ':none': [] },
    },
    lost: 'VOTE_EXISTS',
  }),
  /** Nobody opened a vote on it meanwhile. */
  noVoteCheck: (communityId: string, proposalId: string): Write => ({
    ConditionCheck: {
      TableName,
      Key: matterKey(communityId, proposalId),
      ConditionExpression: 'attribute_not_exists(voteId)',
    },
    lost: 'VOTE_EXISTS',
  }),
  voteSettledWrite: (
    communityId: string,
    proposalId: string,
    { at }: { voteId: string; outcome: string; at: string },
  ): Write => ({
    Update: {
      TableName,
      Key: matterKey(communityId, proposalId),
      UpdateExpression: 'SET settledAt = :at',
      ExpressionAttributeValues: { ':at': at },
    },
  }),
});
export type Matters = ReturnType<typeof createMatters>;
