import { likest, wordGrams } from '@gongzhi/shared/councils/word-grams';
import type { Handle } from './repo';
import { headOf } from './repo-heads';

/** A matter that was merged is shown as the one it became part of. */
export const listSimilar: Handle<'listSimilar'> = async ({ communityId, title, grounds = '' }, { repo, now }) => {
  const holders = await repo.grams.holders(communityId, wordGrams(title, grounds));
  const ids = likest(title, grounds, holders);
  const found = await repo.proposals.heads(communityId, ids);
  const whole = await repo.proposals.heads(
    communityId,
    found.map(({ sk, mergedInto }) => mergedInto ?? sk),
  );
  const distinct = [...new Map(whole.map((item) => [item.sk, item])).values()];
  return { items: distinct.map((item) => headOf(communityId, item, now)) };
};
