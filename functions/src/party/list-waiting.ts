import { callNames } from './call-names';
import type { Handle } from './repo';
import { showWorker } from './show-worker';

export const listWaiting: Handle<'listWaiting'> = async ({ communityId, cursor }, ctx) => {
  const { repo, caller, now } = ctx;
  const { items, next } = await repo.members.list(communityId, { list: 'waiting' }, cursor);
  const called = await callNames(ctx, communityId, items);
  const reading = { communityId, readerId: caller.personId, as: 'worker', what: 'waiting', now } as const;
  await ctx.log(
    reading,
    items.map(({ sk }) => sk),
  );
  return { items: items.map((one) => showWorker(one, called(one), now)), next };
};
