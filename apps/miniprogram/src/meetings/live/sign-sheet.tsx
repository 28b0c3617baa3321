import { useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { platform } from '../../kernel/platform/platform';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import type { Act } from '../../kernel/use-act';
import type { At } from '../use-live';

/** Signing in: scan the code on the chair's phone, or type its six digits. */
export function SignSheet({ at, busy, act, onClose }: { at: At; busy: boolean; act: Act; onClose: () => void }) {
  const [code, setCode] = useState('');
  const sign = async (given: string) => {
    const words = ({ expected }: { expected: boolean }) =>
      expected ? '已签到，请入座。' : '已签到。您这次是旁听，可以发言，不参加表决。';
    if (await act(meetings.arrive, { ...at, code: given }, words)) onClose();
  };
  const scan = async () => {
    const text = await platform.scan?.();
    if (text) await sign(text);
  };
  return (
    <Sheet
      title="签到"
      words="请看主持人手机上的签到码，每 30 秒换一次。没有手机的人请找工作人员登记。"
      onClose={onClose}
      confirm={{ label: '用数字签到', busy, disabled: code.trim().length < 6, onTap: () => void sign(code.trim()) }}
    >
      {platform.scan ? <PrimaryButton label="扫一扫" busy={busy} onTap={() => void scan()} /> : null}
      <Field label="6 位签到码" type="number" value={code} onChange={setCode} />
    </Sheet>
  );
}
