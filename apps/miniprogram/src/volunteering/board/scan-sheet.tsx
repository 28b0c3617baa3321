import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { proofOf } from '@gongzhi/shared/kernel/service/pass';
import { call } from '../../kernel/call';
import { send } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { CodeSheet, WHOLE_CODE } from '../../kernel/service/code-sheet';
import type { KeptDesk } from '../../kernel/service/kept-desk';
import { codeFault, usualWay, type Way } from './model';
import type { At } from './use-board';

const WAYS = [
  { value: 'in', label: '签到' },
  { value: 'out', label: '签退' },
] as const;
const SAID = { in: '已签到。', out: '已签退。' } as const;

/** The organiser scans a volunteer's own code; whoever did not sign up is registered first. Nothing here needs a network but the registering. */
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
  const [stranger, setStranger] = useState<string>();
  const scan = async (code: string) => {
    const fault = codeFault(code, desk.shift);
    if (fault) return toast(fault);
    setBusy(true);
    const scannedAt = clock().toISOString();
    const input = { ...at, way, code };
    const later = { ...input, later: { scannedAt, proof: proofOf(desk.key, { way, code, scannedAt }) } };
    const outcome = await send(volunteering.scanVolunteer, input, `扫志愿者的码（${desk.title}）`, later);
    setBusy(false);
    setStranger(!outcome.ok && outcome.refused === 'NOT_SIGNED_UP' ? code : undefined);
    toast(outcome.ok ? SAID[way] : outcome.says);
    done();
  };
  const register = async (code: string) => {
    setBusy(true);
    const outcome = await call(volunteering.registerVolunteer, { ...at, code });
    setBusy(false);
    if (!outcome.ok) return toast(outcome.says);
    await scan(code);
  };
  return (
    <CodeSheet
      title="扫志愿者的码"
      words="请志愿者打开“我的服务”，出示服务码。"
      typed={WHOLE_CODE}
      busy={busy}
      onCode={(code) => void scan(code)}
      onClose={onClose}
    >
      <Segmented label="签到还是签退" options={WAYS} value={way} onChange={setWay} />
      {stranger ? (
        <Banner tone="waiting" title="还没有报名" words="名额没满时，可以现场登记，登记后马上签到。">
          <PrimaryButton kind="plain" label="登记并签到" busy={busy} onTap={() => void register(stranger)} />
        </Banner>
      ) : null}
    </CodeSheet>
  );
}
