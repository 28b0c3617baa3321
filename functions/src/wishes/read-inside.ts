import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Inside } from '@gongzhi/shared/wishes/model';
import { partOf } from '@gongzhi/shared/wishes/rules';
import type { Ctx } from '../kernel/caller';
import { commit } from '../kernel/commit';
import { eventOf } from './change-wish';
import type { Deps, Handle } from './repo';
import type { InWish } from './repo-wishes';
import { showInside } from './show-inside';
import { visitPlace } from './visit-place';

type Sources = Ctx & Pick<Deps, 'repo'>;

/** A worker’s reading is kept before anything is answered: a reading that could not be kept is none. */
const keepRead = async (ids: InWish, ctx: Sources): Promise<void> => {
  const [id, at] = [ctx.id(), ctx.now.toISOString()];
  const alone = { ...ctx, intent: { ...ctx.intent, key: `read-${id}`, hash: '' } };
  const event = eventOf(ids.wishId, { type: 'wisher-read' }, { readerId: ctx.caller.personId });
  await commit(alone, [ctx.repo.reads.write(ids, { id, at, by: ctx.caller.displayName })], event, {});
};

export const readInside: Handle<'readInside'> = async ({ as: asked, ...ids }, ctx) => {
  const found = await ctx.repo.wishes.whole(ids);
  const as = found && partOf(found.head, ctx.caller, asked === 'worker');
  if (!found || !as) return refuse('NOT_FOUND');
  if (as === 'worker') await keepRead(ids, ctx);
  const place = await visitPlace(ids, found.head, ctx.repo);
  const inside: Inside = showInside(as, { ...found, place }, ctx.now);
  return as === 'wisher' ? { ...inside, reads: await ctx.repo.reads.latest(ids) } : inside;
};
