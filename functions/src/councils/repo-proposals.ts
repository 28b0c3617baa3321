import type { ProposalHead, ProposalText } from '@gongzhi/shared/councils/model';
import { stageOf } from '@gongzhi/shared/councils/rules';
import type { Write } from '../kernel/commit';
import type { Lookup, Pages } from './repo-pages';
import { decidedKey, waitingKey, type DecidedItem } from './repo-texts';

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
  closesAt?: string;
  settledAt?: string;
}
/** The words of a proposal as they were filed; never changed. */
export interface TextItem extends ProposalText {
  authorId: string;
  authorName: string;
  filedAt: string;
  threshold: number;
}
export type Filing = TextItem & { communityId: string; proposalId: string };

export const headKey = (communityId: string, proposalId: string) => ({ pk: `${communityId}#proposals`, sk: proposalId });
const textKey = (communityId: string, proposalId: string) => ({ pk: `${communityId}#p#${proposalId}`, sk: 'text' });
const supportKey = (communityId: string, proposalId: string, personId: string) => ({ pk: `${communityId}#p#${proposalId}`, sk: `support#${personId}` });
const mineKey = (communityId: string, authorId: string, proposalId: string) => ({ pk: `${communityId}#author#${authorId}`, sk: proposalId });

/** A head as a page shows it now. */
export const headOf = (communityId: string, item: HeadItem, now: Date): ProposalHead => ({
  proposalId: item.sk, communityId, title: item.title, authorId: item.authorId, authorName: item.authorName, filedAt: item.filedAt,
  state: 'published', stage: stageOf({ state: 'published', ...item }, now),
  supports: item.supports, threshold: item.threshold, points: item.points, ...(item.voteId ? { voteId: item.voteId } : {}),
});

type Unpublished = Pick<TextItem, 'title' | 'authorId' | 'authorName' | 'filedAt' | 'threshold'>;
const heldHead = (ids: { communityId: string; proposalId: string }, item: Unpublished, state: 'waiting' | 'refused'): ProposalHead => ({
  ...ids, title: item.title, authorId: item.authorId, authorName: item.authorName, filedAt: item.filedAt,
  state, stage: state, supports: 1, threshold: item.threshold, points: 0,
});

/** How the next supporter is counted, given where the count stood when it was read. */
const counting = ({ agendaAt, supports, threshold }: HeadItem, at: string) => {
  if (agendaAt) return { also: '', holds: 'attribute_exists(agendaAt)', values: {} };
  const last = threshold - 1;
  if (supports < last) return { also: '', holds: 'supports < :last', values: { ':last': last } };
  return { also: 'SET agendaAt = :at', holds: 'supports = :seen AND attribute_not_exists(agendaAt)', values: { ':at': at, ':seen': supports } };
};

export const repoProposals = ({ table: TableName, get, getAll, page }: Pages) => {
  /** The head in whatever state the proposal is, from items read together. */
  const headIn = (lookup: Lookup, ids: { communityId: string; proposalId: string }, item: Unpublished, now: Date): ProposalHead => {
    const { communityId, proposalId } = ids;
    const published = lookup<HeadItem>(headKey(communityId, proposalId));
    if (published) return headOf(communityId, published, now);
    const decided = lookup<DecidedItem>(decidedKey(communityId, proposalId));
    return heldHead(ids, item, decided?.state === 'refused' ? 'refused' : 'waiting');
  };
  const stateKeys = (communityId: string, proposalId: string) => [headKey(communityId, proposalId), decidedKey(communityId, proposalId)];

  return {
    headIn,
    /** A published proposal. */
    head: (communityId: string, proposalId: string) => get<HeadItem>(headKey(communityId, proposalId)),
    text: (communityId: string, proposalId: string) => get<TextItem>(textKey(communityId, proposalId)),
    /** Everything a proposal's page shows, strongly consistent. */
    whole: async (communityId: string, proposalId: string, personId: string | undefined) => {
      const support = supportKey(communityId, proposalId, personId ?? '-');
      const keys = [textKey(communityId, proposalId), ...stateKeys(communityId, proposalId), ...(personId ? [support] : [])];
      const lookup = await getAll(keys, { consistent: true });
      const text = lookup<TextItem>(textKey(communityId, proposalId));
      return text && { text, lookup, supported: lookup(support) !== undefined, decided: lookup<DecidedItem>(decidedKey(communityId, proposalId)) };
    },
    /** Texts of proposals by id, for those who decide on them. */
    texts: async (communityId: string, proposalIds: readonly string[]) => {
      const lookup = await getAll(proposalIds.map((id) => textKey(communityId, id)), { consistent: false });
      return (proposalId: string) => lookup<TextItem>(textKey(communityId, proposalId));
    },
    listPublished: (communityId: string, cursor: string | undefined) =>
      page<HeadItem>({ pk: `${communityId}#proposals`, newestFirst: true, cursor }),
    /** One person's own, each in its state now. */
    listMine: async (communityId: string, authorId: string, cursor: string | undefined) => {
      const mine = await page<Unpublished & { sk: string }>({ pk: `${communityId}#author#${authorId}`, newestFirst: true, cursor });
      const keys = mine.items.flatMap(({ sk }) => [...stateKeys(communityId, sk), waitingKey(communityId, sk)]);
      return { ...mine, lookup: await getAll(keys, { consistent: false }) };
    },
    /** The author counts as the first who supports. */
    fileWrites: ({ communityId, proposalId, ...text }: Filing): Write[] => {
      const { title, authorId, authorName, filedAt, threshold } = text;
      return [
        { Put: { TableName, Item: { ...textKey(communityId, proposalId), ...text } } },
        { Put: { TableName, Item: { ...mineKey(communityId, authorId, proposalId), title, authorId, authorName, filedAt, threshold } } },
        { Put: { TableName, Item: { ...supportKey(communityId, proposalId, authorId), at: filedAt } } },
      ];
    },
    /** Makes a filed proposal public. A threshold the author alone meets brings it on the agenda at once. */
    publishWrite: (communityId: string, proposalId: string, item: Unpublished, at: string): Write => {
      const { title, authorId, authorName, filedAt, threshold } = item;
      const head = { title, authorId, authorName, filedAt, threshold, supports: 1, points: 0, ...(threshold <= 1 ? { agendaAt: at } : {}) };
      return { Put: { TableName, Item: { ...headKey(communityId, proposalId), ...head } } };
    },
    supportWrite: (communityId: string, proposalId: string, personId: string, at: string): Write => ({
      Put: { TableName, Item: { ...supportKey(communityId, proposalId, personId), at }, ConditionExpression: 'attribute_not_exists(pk)' },
      lost: 'SUPPORTED',
    }),
    /**
     * Counts one more supporter of a proposal that stood at `item`. Below the threshold and past it the count is added to
     * without contention; the one who reaches it writes `agendaAt`, under the condition that nobody came between.
     */
    countWrite: (communityId: string, proposalId: string, item: HeadItem, at: string): Write => {
      const { also, holds, values } = counting(item, at);
      return {
        Update: {
          TableName, Key: headKey(communityId, proposalId),
          UpdateExpression: `${also} ADD supports :one`.trim(),
          ConditionExpression: `attribute_not_exists(voteId) AND ${holds}`,
          ExpressionAttributeValues: { ':one': 1, ...values },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
        lost: 'MOVED',
      };
    },
    countPointWrite: (communityId: string, proposalId: string): Write => ({
      Update: { TableName, Key: headKey(communityId, proposalId), UpdateExpression: 'ADD points :one', ExpressionAttributeValues: { ':one': 1 } },
    }),
    /** Ties the vote to its proposal: one vote a proposal, and only from the agenda. */
    voteWrite: (communityId: string, proposalId: string, vote: { voteId: string; closesAt: string }): Write => ({
      Update: {
        TableName, Key: headKey(communityId, proposalId),
        UpdateExpression: 'SET voteId = :vote, closesAt = :end',
        ConditionExpression: 'attribute_exists(agendaAt) AND attribute_not_exists(voteId)',
        ExpressionAttributeValues: { ':vote': vote.voteId, ':end': vote.closesAt },
      },
      lost: 'VOTE_EXISTS',
    }),
    settledWrite: (communityId: string, proposalId: string, at: string): Write => ({
      Update: {
        TableName, Key: headKey(communityId, proposalId),
        UpdateExpression: 'SET settledAt = :at', ExpressionAttributeValues: { ':at': at },
      },
    }),
  };
};
