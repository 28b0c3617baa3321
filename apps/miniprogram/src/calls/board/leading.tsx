import { useState } from 'react';
import { calls, type Whole } from '@gongzhi/shared/calls/contract';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import type { Act } from '../../kernel/use-act';
import { stepOf } from './model';
import type { At } from './use-board';

interface Props {
  at: At;
  whole: Whole;
  now: Date;
  busy: boolean;
  act: Act;
}

/** Calling it off before it starts, or ending it after: each is asked once more. */
export function Closing({ at, whole, now, busy, act }: Props) {
  const step = stepOf(whole, now);
  const [asked, setAsked] = useState<'cancel' | 'end'>();
  const [reason, setReason] = useState('');
  const close = () => setAsked(undefined);
  const cancel = async () => {
    if (await act(calls.cancelCall, { ...at, reason }, '已取消，会通知回复能来的人。')) close();
  };
  const end = async () => {
    if (await act(calls.endCall, at, '已结束，会通知来的人。时长记到现在。')) close();
  };
  return (
    <>
      {step === 'cancel' ? <PrimaryButton kind="plain" label="取消召集" onTap={() => setAsked('cancel')} /> : null}
      {step === 'end' ? <PrimaryButton kind="plain" label="结束召集" onTap={() => setAsked('end')} /> : null}
      {asked === 'cancel' ? (
        <Sheet
          title="取消召集"
          words="回复能来的人会收到通知。"
          onClose={close}
          confirm={{
            ...{ label: '确认取消', kind: 'danger', busy, disabled: reason.trim() === '' },
            onTap: () => void cancel(),
          }}
        >
          <Field label="取消的原因" value={reason} placeholder="例如：雨停了" onChange={setReason} />
        </Sheet>
      ) : null}
      {asked === 'end' ? (
        <Sheet
          title="结束召集"
          words="事情办完了就结束。来的人会收到通知，时长记到现在；一小时内还可以签退。"
          onClose={close}
          confirm={{ label: '确认结束', busy, onTap: () => void end() }}
        />
      ) : null}
    </>
  );
}
