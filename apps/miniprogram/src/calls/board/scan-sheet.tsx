import { useState } from 'react';
import { calls } from '@gongzhi/shared/calls/contract';
import { proofOf, readOwnCode } from '@gongzhi/shared/kernel/service/pass';
import { send } from '../../kernel/queue';
import { CodeSheet, WHOLE_CODE } from '../../kernel/service/code-sheet';
import type { Way } from '../../kernel/service/check-words';
import type { KeptDesk } from '../../kernel/service/kept-desk';
import { toast } from '../../kernel/toast';
import { Segmented } from '../../kernel/ui/segmented';
import { usualWay } from './model';
import type { At } from './use-board';

const WAYS = [
  { value: 'in', label: '签到' },
  { value: 'out', label: '签退' },
] as const;
const SAID = { in: '已签到。', out: '已签退。' } as const;

/** Whoever called scans a member’s own code, also without a network. */
export function ScanSheet({
  at,
  desk,
  done,
  onClose,
}: {
  at: At;
  desk: KeptDesk;
  done: () => void;
  onClose: () => void;
}) {
  const clock = () => new Date(Date.now() + desk.ahead);
  const [way, setWay] = useState<Way>(usualWay(desk.shift, clock()));
  const [busy, setBusy] = useState(false);
  const scan = async (code: string) => {
    if (readOwnCode(code)?.shiftId !== at.callId)
      return toast('这不是这次召集的服务码。请他打开这次召集，点“出示我的服务码”。');
    setBusy(true);
    const scannedAt = clock().toISOString();
    const input = { communityId: at.communityId, activityId: at.callId, shiftId: at.callId, way, code };
    const later = { ...input, later: { scannedAt, proof: proofOf(desk.key, { way, code, scannedAt }) } };
    const outcome = await send(calls.scanVolunteer, input, `扫服务码（${desk.title}）`, later);
    setBusy(false);
    toast(outcome.ok ? SAID[way] : outcome.says);
    done();
  };
  return (
    <CodeSheet
      title="扫服务码"
      words="请来的人打开这次召集，出示服务码。"
      typed={WHOLE_CODE}
      busy={busy}
      onCode={(code) => void scan(code)}
      onClose={onClose}
    >
      <Segmented label="签到还是签退" options={WAYS} value={way} onChange={setWay} />
    </CodeSheet>
  );
}
