import { buildingsOf, figuresOf } from '@gongzhi/shared/party/figures';
import type { Handle } from './repo';
import { NO_BUILDING } from './repo-figures';

export const listStreetFigures: Handle<'listStreetFigures'> = async ({ streetId, cursor }, ctx) => {
  const { repo, now } = ctx;
  const { items, next } = await ctx.communities.page(streetId, cursor);
  const shown = items.map(async ({ communityId, name }) => {
    const [kinds, cover] = await Promise.all([repo.figures.kinds(communityId), repo.figures.cover(communityId)]);
    const figures = figuresOf(kinds, now);
    cover.delete(NO_BUILDING);
    return { communityId, name, ...figures, ...buildingsOf([...cover.values()], now, figures) };
  });
  return { items: await Promise.all(shown), next };
};
