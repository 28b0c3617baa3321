import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showUnit } from './show-unit';

export const listUnitMembers: Handle<'listUnitMembers'> = async ({ communityId, cursor }, ctx) => {
  const { repo, caller, now } = ctx;
  const unitId = await ctx.units.unitOf(communityId, caller.personId);
  if (!unitId) return refuse('NO_UNIT');
  const { items, next } = await repo.members.list(communityId, { list: 'unit', id: unitId }, cursor);
  const reading = { communityId, readerId: caller.personId, as: 'unit', what: 'unit', now } as const;
  await ctx.log(
    reading,
    items.map(({ sk }) => sk),
  );
  return { items: items.map((one) => showUnit(one, now)), next };
};
