import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Shift } from '@gongzhi/shared/kernel/service/model';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { TextSheet } from '../../kernel/ui/text-sheet';
import type { Act } from '../../kernel/use-act';
import { oneOf, timesDraftOf } from '../times-draft';
import { TimesFields } from '../times-fields';

export interface ShiftSheetProps {
  at: { communityId: string; activityId: string };
  shift: Shift;
  busy: boolean;
  act: Act;
  onClose: () => void;
}

/** Moves a shift, changes its places, or calls it off. */
export function ShiftSheet({ at, shift, busy, act, onClose }: ShiftSheetProps) {
  const [draft, setDraft] = useState(timesDraftOf(shift));
  const [off, setOff] = useState(false);
  const ids = { ...at, shiftId: shift.shiftId };
  const save = async () => {
    if (await act(volunteering.changeShift, { ...ids, times: oneOf(draft) }, '已更改，会通知报名的人。')) onClose();
  };
  if (off)
    return (
      <TextSheet
        title="取消这个班次"
        words="报名的人会收到通知，取消以后不能恢复。"
        label="取消的原因"
        max={60}
        confirm="取消班次"
        busy={busy}
        onConfirm={(reason) => act(volunteering.cancelShift, { ...ids, reason }, '已取消，会通知报名的人。')}
        onClose={onClose}
      />
    );
  return (
    <Sheet title="更改班次" onClose={onClose} confirm={{ label: '保存并通知', busy, onTap: () => void save() }}>
      <TimesFields draft={draft} change={(part) => setDraft((old) => ({ ...old, ...part }))} recurs={false} />
      <PrimaryButton kind="plain" label="取消这个班次" onTap={() => setOff(true)} />
    </Sheet>
  );
}
