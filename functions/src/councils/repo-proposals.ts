import type { ProposalHead, ProposalText } from '@gongzhi/shared/councils/model';
import type { Write } from '../kernel/commit';
import { headKey, headOf, heldHead, repoHeads, type Filed, type HeadItem } from './repo-heads';
import type { Lookup, Pages } from '../kernel/pages';
import { decidedKey, waitingKey, type DecidedItem } from './repo-texts';

/** The words of a proposal as they were filed; never changed. */
export type TextItem = ProposalText & Filed;
export type Filing = TextItem & { communityId: string; proposalId: string };

const textKey = (communityId: string, proposalId: string) => ({ pk: `${communityId}#p#${proposalId}`, sk: 'text' });
export const supportKey = (communityId: string, proposalId: string, personId: string) => ({
  pk: `${communityId}#p#${proposalId}`,
  sk: `support#${personId}`,
});
const mineKey = (communityId: string, authorId: string, proposalId: string) => ({
  pk: `${communityId}#author#${authorId}`,
  sk: proposalId,
});

export const repoProposals = (pages: Pages) => {
  const { table: TableName, get, getAll, page } = pages;
  /** The head in whatever state the proposal is, from items read together. */
  const headIn = (
    lookup: Lookup,
    ids: { communityId: string; proposalId: string },
    item: Filed,
    now: Date,
  ): ProposalHead => {
    const { communityId, proposalId } = ids;
    const published = lookup<HeadItem>(headKey(communityId, proposalId));
    if (published) return headOf(communityId, published, now);
    const decided = lookup<DecidedItem>(decidedKey(communityId, proposalId));
    return heldHead(ids, item, decided?.state === 'refused' ? 'refused' : 'waiting');
  };
  const stateKeys = (communityId: string, proposalId: string) => [
    headKey(communityId, proposalId),
    decidedKey(communityId, proposalId),
  ];

  return {
    ...repoHeads(pages),
    headIn,
    /** A published proposal. */
    head: (communityId: string, proposalId: string) => get<HeadItem>(headKey(communityId, proposalId)),
    /** Heads of these that are public, in their order. */
    heads: async (communityId: string, ids: readonly string[]): Promise<HeadItem[]> => {
      const keys = ids.map((id) => headKey(communityId, id));
      const lookup = await getAll(keys, { consistent: false });
      return keys.flatMap((key) => lookup<HeadItem>(key) ?? []);
    },
    text: (communityId: string, proposalId: string) => get<TextItem>(textKey(communityId, proposalId)),
    /** Everything a proposal's page shows, strongly consistent. */
    whole: async (communityId: string, proposalId: string, personId: string | undefined) => {
      const support = supportKey(communityId, proposalId, personId ?? '-');
      const keys = [
        textKey(communityId, proposalId),
        ...stateKeys(communityId, proposalId),
        ...(personId ? [support] : []),
      ];
      const lookup = await getAll(keys, { consistent: true });
      const text = lookup<TextItem>(textKey(communityId, proposalId));
      return (
        text && {
          text,
          lookup,
          supported: lookup(support) !== undefined,
          decided: lookup<DecidedItem>(decidedKey(communityId, proposalId)),
        }
      );
    },
    /** Texts of proposals by id, for those who decide on them. */
    texts: async (communityId: string, proposalIds: readonly string[]) => {
      const lookup = await getAll(
        proposalIds.map((id) => textKey(communityId, id)),
        { consistent: false },
      );
      return (proposalId: string) => lookup<TextItem>(textKey(communityId, proposalId));
    },
    listPublished: (communityId: string, cursor: string | undefined) =>
      page<HeadItem>({ pk: `${communityId}#proposals`, newestFirst: true, cursor }),
    /** One person's own, each in its state now. */
    listMine: async (communityId: string, authorId: string, cursor: string | undefined) => {
      const mine = await page<Filed & { sk: string }>({
        pk: `${communityId}#author#${authorId}`,
        newestFirst: true,
        cursor,
      });
      const keys = mine.items.flatMap(({ sk }) => [...stateKeys(communityId, sk), waitingKey(communityId, sk)]);
      return { ...mine, lookup: await getAll(keys, { consistent: false }) };
    },
    /** The author counts as the first who supports. */
    fileWrites: ({ communityId, proposalId, ...text }: Filing): Write[] => {
      const { title, authorId, authorName, filedAt, threshold } = text;
      return [
        { Put: { TableName, Item: { ...textKey(communityId, proposalId), ...text } } },
        {
          Put: {
            TableName,
            Item: { ...mineKey(communityId, authorId, proposalId), title, authorId, authorName, filedAt, threshold },
          },
        },
        { Put: { TableName, Item: { ...supportKey(communityId, proposalId, authorId), at: filedAt } } },
      ];
    },
    supportWrite: (communityId: string, proposalId: string, personId: string, at: string): Write => ({
      Put: {
        TableName,
        Item: { ...supportKey(communityId, proposalId, personId), at },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'SUPPORTED',
    }),
  };
};
