import type { Handle } from './repo';

export const listThanks: Handle<'listThanks'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.thanks.list({ communityId, personId: caller.personId }, cursor);
  const shown = items.map(({ sk: thanksId, activityId, words, byName, at, hidden = false }) => ({
    ...{ thanksId, activityId, words, byName, at, hidden },
  }));
  return { items: shown, next };
};
