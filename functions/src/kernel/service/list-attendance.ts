import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { findLed } from './find-led';
import type { HandleCheck } from './ports';
import { showPlace } from './show-place';

export const listAttendance: HandleCheck<'listAttendance'> = async ({ cursor, ...ids }, ctx) => {
  const found = await findLed(ids, ctx.caller.personId, ctx);
  if (isRefusal(found)) return found;
  const { items, next } = await ctx.service.attendance(ids, cursor);
  return { items: items.filter(({ place }) => place !== 'withdrawn').map(showPlace), next };
};
