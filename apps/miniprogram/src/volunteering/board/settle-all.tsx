import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Shift } from '@gongzhi/shared/kernel/service/model';
import { call } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { canCap, settledWords, type Here } from './model';
import type { At } from './use-board';

/** Everybody who forgot to check out, one after another: each is a record of its own. */
export function SettleAll({
  at,
  shift,
  open,
  now,
  done,
}: {
  at: At;
  shift: Shift;
  open: readonly Here[];
  now: Date;
  done: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const forgot = open.filter((one) => canCap(one, shift, now));
  if (forgot.length < 2) return null;
  const settle = async () => {
    setBusy(true);
    let settled = 0;
    for (const { personId } of forgot) settled += (await call(volunteering.capService, { ...at, personId })).ok ? 1 : 0;
    setBusy(false);
    toast(settledWords(settled, forgot.length));
    done();
  };
  return (
    <PrimaryButton
      kind="plain"
      label={`忘了签退的 ${forgot.length} 人，都按班次结束时间结算`}
      busy={busy}
      onTap={() => void settle()}
    />
  );
}
