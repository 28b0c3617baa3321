import { maskedName } from '@gongzhi/shared/exchange/thanks';
import type { Handle } from './repo';

/** Each once a page; whose hours were taken back, who has left the community, and the caller are left out. */
export const listHelpers: Handle<'listHelpers'> = async ({ communityId, activityId, cursor }, ctx) => {
  const { items, next } = await ctx.repo.tallies.ofActivity({ communityId, activityId }, cursor);
  const served = items.filter(({ minutes }) => minutes > 0).map(({ sk }) => sk.split('#')[0] ?? '');
  const ids = [...new Set(served)].filter((personId) => personId !== ctx.caller.personId);
  const names = await ctx.namesOf(communityId, ids);
  const helpers = ids.flatMap((personId) => {
    const name = names.get(personId);
    return name === undefined ? [] : [{ personId, name: maskedName(name) }];
  });
  return { items: helpers, next };
};
