import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { CheckReceipt } from '@gongzhi/shared/kernel/service/contract';
import { proofOf } from '@gongzhi/shared/kernel/service/pass';
import { platform } from '../../kernel/platform/platform';
import { call } from '../../kernel/call';
import { send, type Sending } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import type { KeptDay } from '../kept-day';
import { isScanned, nowOf, saidOf, type Stand, type Way } from './model';

const ROUTES = { in: volunteering.checkIn, out: volunteering.checkOut } as const;
type Scan = { communityId: string; activityId: string; shiftId: string; code: string };
const WHAT = { in: '签到', out: '签退' } as const;

/** Where the phone is, only on arriving at a place that can be compared with. */
const positionFor = async (way: Way, { activity }: Stand) => {
  const fix = way === 'in' && activity.spot ? await platform.locate?.() : undefined;
  return fix ? { position: fix } : {};
};

/** The scan as it is sent when there was no network: only a code that was scanned is good later, and only with a pass. */
const laterOf = (scan: Scan, way: Way, day: KeptDay | undefined) => {
  const key = day?.passes[scan.shiftId];
  if (!key || !isScanned(scan.code)) return undefined;
  const scannedAt = nowOf(day, Date.now()).toISOString();
  return { ...scan, later: { scannedAt, proof: proofOf(key, { way, code: scan.code, scannedAt }) } };
};

/**
 * Reads the organiser's code. Without a network the scan is kept with its instant and a proof made with the key of the
 * pass, and goes out by itself; where the phone was is not kept.
 */
export const useCheck = (communityId: string, day: KeptDay | undefined, done: () => void) => {
  const [busy, setBusy] = useState(false);
  const check = async (stand: Stand, way: Way, code: string): Promise<boolean> => {
    setBusy(true);
    const scan = { communityId, activityId: stand.activityId, shiftId: stand.shiftId, code };
    const later = laterOf(scan, way, day);
    const input = { ...scan, ...(await positionFor(way, stand)) };
    const what = `${WHAT[way]}《${stand.activity.title}》`;
    const outcome: Sending<CheckReceipt> = await (later
      ? send(ROUTES[way], input, what, later)
      : call(ROUTES[way], input));
    setBusy(false);
    toast(saidOf(way, outcome));
    done();
    return outcome.ok || outcome.queued === true;
  };
  return { busy, check };
};
