import { labelInWords } from '@gongzhi/shared/kernel/text-rules';
import type { Handle } from './repo';

export const listWaitingThanks: Handle<'listWaitingThanks'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.thanks.waiting(communityId, cursor);
  const shown = items.map(({ sk: thanksId, words, byName, at, label }) => ({
    ...{ thanksId, words, byName, at, label: labelInWords(label) },
  }));
  return { items: shown, next };
};
