import { useState } from 'react';
import type { CheckReceipt } from '@gongzhi/shared/kernel/service/contract';
import { proofOf } from '@gongzhi/shared/kernel/service/pass';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { saidOf, type Way } from '../../kernel/service/check-words';
import type { Desk } from '../../kernel/service/read-desk';
import { sendCheck } from '../../kernel/service/send-check';
import { send, type Sending } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import type { At, Whole } from './use-wish';

/** The wisher's phone reads the claimer's own code: it counts whenever it is sent, for both clocks said the same. */
const scanOther = (at: At, { key, ahead, shift, title }: Desk, way: Way, code: string) => {
  const ids = { communityId: at.communityId, activityId: at.wishId, shiftId: shift.shiftId };
  const scannedAt = new Date(Date.now() + ahead).toISOString();
  const input = { ...ids, way, code };
  const later = { ...input, later: { scannedAt, proof: proofOf(key, { way, code, scannedAt }) } };
  return send(wishes.scanVolunteer, input, `扫服务码（${title}）`, later);
};

/** Scans of both sides, with or without a network. */
export const useScan = (at: At, whole: Whole | undefined, desk: Desk | undefined, done: () => void) => {
  const [busy, setBusy] = useState(false);
  const visit = whole?.inside?.visit;
  const scan = async (act: 'in' | 'out' | 'scan', code: string): Promise<boolean> => {
    if (!visit || !whole) return false;
    const way: Way = act === 'scan' ? (visit.inAt ? 'out' : 'in') : act;
    const ids = { communityId: at.communityId, activityId: at.wishId, shiftId: visit.shiftId, way, code };
    const pass = { key: whole.key, ahead: whole.ahead };
    setBusy(true);
    const outcome: Sending<CheckReceipt> = await (act === 'scan' && desk
      ? scanOther(at, desk, way, code)
      : sendCheck(wishes, ids, pass, { title: whole.shown.title, located: false }));
    setBusy(false);
    toast(saidOf(way, outcome));
    done();
    return outcome.ok || outcome.queued === true;
  };
  return { busy, scan };
};
