import type { ServiceRoutes } from '@gongzhi/shared/kernel/service/contract';
import type { Outcome } from '../answer-of';
import { call } from '../call';
import { platform } from '../platform/platform';
import { readDeskKept, writeDeskKept, type KeptDesk } from './kept-desk';

export type Desk = KeptDesk & { stale?: true };
interface InShift {
  communityId: string;
  activityId: string;
  shiftId: string;
}

/** What the phone that shows the code needs, kept for when there is no network. */
export const readDesk = async (
  route: ServiceRoutes['readDesk'],
  at: InShift,
  personId: string,
): Promise<Outcome<Desk>> => {
  const outcome = await call(route, at);
  if (outcome.ok) {
    const { now, ...desk } = outcome.value;
    const kept = { ...desk, personId, at: new Date().toISOString(), ahead: Date.parse(now) - Date.now() };
    writeDeskKept(platform.storage, kept);
    return { ok: true, value: kept };
  }
  const before = readDeskKept(platform.storage, at.shiftId, personId);
  return before && outcome.broken ? { ok: true, value: { ...before, stale: true } } : outcome;
};
