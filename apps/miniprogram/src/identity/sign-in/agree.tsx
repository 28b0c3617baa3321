import { View } from '@tarojs/components';
import { useState } from 'react';
import { identity, type Notice } from '@gongzhi/shared/identity/contract';
import { call, sessions } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { NoticeCard } from '../../kernel/ui/notice-card';

/** The notice and the two answers to it; both are possible without scrolling back. */
export function Agree({ notice, reload, done }: { notice: Notice; reload: () => void; done: () => void }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const agree = async () => {
    setBusy(true);
    const { purpose, version, hash } = notice;
    const outcome = await call(identity.giveConsent, { purpose, version, hash });
    setBusy(false);
    if (outcome.ok) return done();
    setFailure(outcome.says);
    if (outcome.refused === 'TEXT_CHANGED') reload();
  };
  return (
    <>
      <NoticeCard notice={notice} />
      {failure ? <Banner tone="danger" title="没有提交成功" words={failure} /> : null}
      <View className="stack">
        <PrimaryButton label="我已阅读，同意" busy={busy} onTap={() => void agree()} />
        <PrimaryButton kind="plain" label="不同意，退出登录" onTap={() => sessions.end()} />
      </View>
    </>
  );
}
