import { labelInWords } from '@gongzhi/shared/kernel/text-rules';
import type { Handle } from './repo';

export const listStatementReviews: Handle<'listStatementReviews'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.waiting.list(communityId, cursor);
  const reviews = items.map(({ sk: reviewId, proposalId, title, body, authorName, label, askedAt }) => ({
    reviewId,
    proposalId,
    title,
    body,
    authorName,
    label: labelInWords(label),
    askedAt,
  }));
  return { items: reviews, next };
};
