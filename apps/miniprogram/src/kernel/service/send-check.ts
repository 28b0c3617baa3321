import type { CheckReceipt, Position, ServiceRoutes } from '@gongzhi/shared/kernel/service/contract';
import { proofOf } from '@gongzhi/shared/kernel/service/pass';
import { call } from '../call';
import { platform } from '../platform/platform';
import { send, type Sending } from '../queue';
import { isScanned, type Way } from './check-words';

const WHAT = { in: '签到', out: '签退' } as const;
const ENDS = { in: 'checkIn', out: 'checkOut' } as const;
interface InShift {
  communityId: string;
  activityId: string;
  shiftId: string;
}
/** What the phone holds of a shift: the key of its pass, and how far the server's clock is ahead, ms. */
export interface Pass {
  key: string | undefined;
  ahead: number;
}

/** Where the phone is, only on arriving at a place that can be compared with. */
const positionFor = async (way: Way, located: boolean): Promise<{ position?: Position }> => {
  const fix = way === 'in' && located ? await platform.locate?.() : undefined;
  return fix ? { position: fix } : {};
};

/** The scan as it is sent when there was no network: only a code that was scanned is good later, and only with a pass. */
const laterOf = <S extends InShift & { code: string }>(scan: S, way: Way, { key, ahead }: Pass) => {
  if (!key || !isScanned(scan.code)) return undefined;
  const scannedAt = new Date(Date.now() + ahead).toISOString();
  return { ...scan, later: { scannedAt, proof: proofOf(key, { way, code: scan.code, scannedAt }) } };
};

/**
 * Sends a scan of the code another phone shows. Without a network it is kept with its instant and a proof made with the key of
 * the pass, and goes out by itself; where the phone was is not kept.
 */
export const sendCheck = async (
  routes: Pick<ServiceRoutes, 'checkIn' | 'checkOut'>,
  { way, code, ...ids }: InShift & { way: Way; code: string },
  pass: Pass,
  { title, located }: { title: string; located: boolean },
): Promise<Sending<CheckReceipt>> => {
  const scan = { ...ids, code };
  const later = laterOf(scan, way, pass);
  const input = { ...scan, ...(await positionFor(way, located)) };
  const route = routes[ENDS[way]];
  return later ? send(route, input, `${WHAT[way]}《${title}》`, later) : call(route, input);
};
