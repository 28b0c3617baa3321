import type { Review } from '@gongzhi/shared/councils/model';
import { labelInWords } from '@gongzhi/shared/kernel/text-rules';
import { wordsOf } from './file-proposal';
import type { Handle } from './repo';

/** A proposal's words lie apart from its place in the list, so a page is at most twenty more reads. */
export const listReviews: Handle<'listReviews'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.texts.listWaiting(communityId, cursor);
  const textOf = await repo.proposals.texts(
    communityId,
    items.filter(({ kind }) => kind === 'proposal').map(({ sk }) => sk),
  );
  const reviews = items.map((item): Review => {
    const words = textOf(item.proposalId);
    const body = item.kind === 'proposal' ? (words ? wordsOf(words) : '') : item.body;
    const { sk: reviewId, kind, proposalId, title, authorName, askedAt } = item;
    return { reviewId, kind, proposalId, title, body, authorName, label: labelInWords(item.label), askedAt };
  });
  return { items: reviews, next };
};
