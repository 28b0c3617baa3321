import { useState } from 'react';
import { identity } from '@gongzhi/shared/identity/contract';
import { call, sessions } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';

/** Signing out here is done even when nobody answers; signing out everywhere is done only when the API says so. */
export function SignOutCard() {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const here = async () => {
    setBusy(true);
    await call(identity.signOut, {});
    setBusy(false);
    sessions.end();
  };
  const everywhere = async () => {
    setBusy(true);
    const outcome = await call(identity.signOut, { everywhere: true });
    setBusy(false);
    if (!outcome.ok) return toast(outcome.says);
    setAsked(false);
    sessions.end();
    toast('所有手机上的登录都已退出。');
  };
  return (
    <Card>
      <PrimaryButton kind="plain" label="退出登录" busy={busy} onTap={() => void here()} />
      <PrimaryButton kind="danger" label="退出所有手机上的登录" onTap={() => setAsked(true)} />
      {asked ? (
        <Sheet
          title="退出所有手机上的登录？"
          words="手机丢了，或在别人的手机上登录过，可以这样做。退出后，每部手机都要重新登录。"
          onClose={() => setAsked(false)}
          confirm={{ label: '全部退出', kind: 'danger', busy, onTap: () => void everywhere() }}
        />
      ) : null}
    </Card>
  );
}
