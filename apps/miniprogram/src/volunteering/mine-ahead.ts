import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import { syncEnd } from '@gongzhi/shared/kernel/service/times';
import type { Outcome } from '../kernel/answer-of';
import { call } from '../kernel/call';

/** 100 places still ahead: more than one person takes. */
const MOST_PAGES = 5;

/** One's places in shifts that are still to come, are on, or may still be settled: the latest shift comes first, so old pages are not asked for. */
export const mineAhead = async (communityId: string, now: Date): Promise<Outcome<Mine[]>> => {
  const items: Mine[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const outcome = await call(volunteering.listMine, { communityId, ...(cursor ? { cursor } : {}) });
    if (!outcome.ok) return outcome;
    const ahead = outcome.value.items.filter(({ shift }) => syncEnd(shift) > now.getTime());
    items.push(...ahead);
    cursor = outcome.value.next;
    if (!cursor || ahead.length < outcome.value.items.length) break;
  }
  return { ok: true, value: items };
};
