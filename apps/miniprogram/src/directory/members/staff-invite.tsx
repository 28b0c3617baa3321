import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';

/** A code that makes its bearer a community worker: for colleagues who live elsewhere. */
export function StaffInvite({ communityId }: { communityId: string }) {
  const [code, setCode] = useState<{ code: string; expiresAt: string }>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setFailure(undefined);
    const made = await call(directory.inviteStaff, { communityId, role: 'worker' });
    const read = made.ok ? await call(directory.readStaffInvite, { communityId, inviteId: made.value.inviteId }) : made;
    setBusy(false);
    if (read.ok) setCode(read.value as { code: string; expiresAt: string });
    else setFailure(read.says);
  };
  return (
    <Card>
      <Text className="block strong">请同事加入为社区工作者</Text>
      {code ? (
        <Banner
          tone="ok"
          title={code.code}
          words={`把这个邀请码告诉同事，在“加入社区 · 用邀请码”里填写。只能用一次，${dateInWords(code.expiresAt)}前有效。`}
        />
      ) : null}
      {failure ? <Banner tone="danger" words={failure} /> : null}
      <PrimaryButton kind="plain" label={code ? '再生成一个' : '生成邀请码'} busy={busy} onTap={() => void make()} />
    </Card>
  );
}
