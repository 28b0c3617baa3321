import { shownService } from '@gongzhi/shared/units/rules';
import type { Handle } from './repo';

export const listService: Handle<'listService'> = async ({ communityId, unitId, cursor }, { repo, now }) => {
  const { items, next } = await repo.served.list({ communityId, unitId }, cursor);
  const periods = items.map(({ sk: period, members, acts, minutes }) => ({ period, members, acts, minutes }));
  return { items: shownService(periods, now), ...(next ? { next } : {}) };
};
