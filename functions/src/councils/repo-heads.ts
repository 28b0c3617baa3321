import type { ProposalHead } from '@gongzhi/shared/councils/model';
import { stageOf } from '@gongzhi/shared/councils/rules';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

/** What a list shows of a published proposal. Facts of its vote are repeated here, so that a list needs no other read. */
export interface HeadItem {
  sk: string;
  title: string;
  authorId: string;
  authorName: string;
  filedAt: string;
  supports: number;
  points: number;
  threshold: number;
  agendaAt?: string;
  voteId?: string;
  poll?: boolean;
  closesAt?: string;
  settledAt?: string;
  pastVotes?: string[];
  mergedInto?: string;
  splitInto?: string[];
  splitFrom?: string;
  carrying?: string;
}
/** What is known of a proposal before its head is public. */
export interface Filed {
  title: string;
  authorId: string;
  authorName: string;
  filedAt: string;
  threshold: number;
  splitFrom?: string;
}

export const headKey = (communityId: string, proposalId: string) => ({
  pk: `${communityId}#proposals`,
  sk: proposalId,
});

/** A head as a page shows it now. */
export const headOf = (communityId: string, item: HeadItem, now: Date): ProposalHead => ({
  proposalId: item.sk,
  communityId,
  title: item.title,
  authorId: item.authorId,
  authorName: item.authorName,
  filedAt: item.filedAt,
  state: 'published',
  stage: stageOf({ state: 'published', ...item }, now),
  supports: item.supports,
  threshold: item.threshold,
  points: item.points,
  ...(item.voteId ? { voteId: item.voteId } : {}),
  ...(item.poll ? { poll: true } : {}),
  ...(item.pastVotes ? { pastVotes: item.pastVotes } : {}),
  ...(item.mergedInto ? { mergedInto: item.mergedInto } : {}),
  ...(item.splitInto ? { splitInto: item.splitInto } : {}),
  ...(item.splitFrom ? { splitFrom: item.splitFrom } : {}),
});

/** A head that is not public: it waits for a worker, or was refused. */
export const heldHead = (
  ids: { communityId: string; proposalId: string },
  item: Filed,
  state: 'waiting' | 'refused',
): ProposalHead => ({
  ...ids,
  title: item.title,
  authorId: item.authorId,
  authorName: item.authorName,
  filedAt: item.filedAt,
  state,
  stage: state,
  supports: 1,
  threshold: item.threshold,
  points: 0,
});

/** How the next supporter is counted, given where the count stood when it was read. */
const counting = ({ agendaAt, supports, threshold }: HeadItem, at: string) => {
  if (agendaAt) return { also: '', holds: 'attribute_exists(agendaAt)', values: {} };
  const last = threshold - 1;
  if (supports < last) return { also: '', holds: 'supports < :last', values: { ':last': last } };
  return {
    also: 'SET agendaAt = :at',
    holds: 'supports = :seen AND attribute_not_exists(agendaAt)',
    values: { ':at': at, ':seen': supports },
  };
};

/** Writes to the head of a proposal: what lists show and what its vote hangs on. */
export const repoHeads = ({ table: TableName }: Pages) => ({
  /** Makes a filed proposal public. A threshold the author alone meets brings it on the agenda at once. */
  publishWrite: (communityId: string, proposalId: string, item: Filed, at: string): Write => {
    const { title, authorId, authorName, filedAt, threshold } = item;
    const head = {
      title,
      authorId,
      authorName,
      filedAt,
      threshold,
      supports: 1,
      points: 0,
      ...(threshold <= 1 ? { agendaAt: at } : {}),
      ...(item.splitFrom ? { splitFrom: item.splitFrom } : {}),
    };
    return { Put: { TableName, Item: { ...headKey(communityId, proposalId), ...head } } };
  },
  /**
   * Counts one more supporter of a proposal that stood at `item`. Below the threshold and past it the count is added to
   * without contention; the one who reaches it writes `agendaAt`, under the condition that nobody came between.
   */
  countWrite: (communityId: string, proposalId: string, item: HeadItem, at: string): Write => {
    const { also, holds, values } = counting(item, at);
    return {
      Update: {
        TableName,
        Key: headKey(communityId, proposalId),
        UpdateExpression: `${also} ADD supports :one`.trim(),
        ConditionExpression: `attribute_not_exists(voteId) AND attribute_not_exists(mergedInto) AND attribute_not_exists(splitInto) AND ${holds}`,
        ExpressionAttributeValues: { ':one': 1, ...values },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
      lost: 'MOVED',
    };
  },
  countPointWrite: (communityId: string, proposalId: string): Write => ({
    Update: {
      TableName,
      Key: headKey(communityId, proposalId),
      UpdateExpression: 'ADD points :one',
      ExpressionAttributeValues: { ':one': 1 },
    },
  }),
  /** Ties the vote to its proposal: one vote a proposal, and only from the agenda. */
  voteWrite: (communityId: string, proposalId: string, vote: { voteId: string; closesAt: string }): Write => ({
    Update: {
      TableName,
      Key: headKey(communityId, proposalId),
      UpdateExpression: 'SET voteId = :vote, closesAt = :end',
      ConditionExpression: 'attribute_exists(agendaAt) AND attribute_not_exists(voteId)',
      ExpressionAttributeValues: { ':vote': vote.voteId, ':end': vote.closesAt },
    },
    lost: 'VOTE_EXISTS',
  }),
  settledWrite: (communityId: string, proposalId: string, at: string): Write => ({
    Update: {
      TableName,
      Key: headKey(communityId, proposalId),
      UpdateExpression: 'SET settledAt = :at',
      ExpressionAttributeValues: { ':at': at },
    },
  }),
});
