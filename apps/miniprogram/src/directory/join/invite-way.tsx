import { View } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { codeIn } from '@gongzhi/shared/kernel/spoken-codes';
import { call } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useJoining } from './use-joining';

/** The ten characters of the paper slip, typed or scanned. */
export function InviteWay({
  communityId,
  displayName,
  given,
}: {
  communityId: string;
  displayName: string;
  given: string;
}) {
  const [code, setCode] = useState(codeIn(given));
  const { busy, failure, join } = useJoining();
  const { scan } = platform;
  return (
    <>
      <Field label="邀请码" hint="10 位字符，不分大小写" value={code} onChange={(typed) => setCode(codeIn(typed))} />
      {failure ? <Banner tone="danger" title="没有加入成功" words={failure} /> : null}
      <View className="stack">
        {scan ? (
          <PrimaryButton
            kind="plain"
            label="扫一扫纸上的二维码"
            onTap={() =>
              void scan().then((found) => {
                if (found) setCode(codeIn(found));
              })
            }
          />
        ) : null}
        <PrimaryButton
          label="加入"
          busy={busy}
          disabled={displayName.trim() === '' || code.length < 11}
          onTap={() => void join(() => call(directory.redeemInvite, { communityId, displayName, code }), '欢迎加入。')}
        />
      </View>
    </>
  );
}
