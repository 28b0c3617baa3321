import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Sheet } from '../../kernel/ui/sheet';

/** A code that makes its bearer the unit's contact. */
export function InviteSheet({ at, onClose }: { at: { communityId: string; unitId: string }; onClose: () => void }) {
  const [code, setCode] = useState<{ code: string; expiresAt: string }>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setFailure(undefined);
    const made = await call(directory.inviteStaff, { ...at, role: 'unitContact' });
    const ids = { communityId: at.communityId, inviteId: made.ok ? made.value.inviteId : '' };
    const read = made.ok ? await call(directory.readStaffInvite, ids) : made;
    setBusy(false);
    if (read.ok) setCode(read.value);
    else setFailure(read.says);
  };
  return (
    <Sheet
      title="邀请单位联系人"
      words="联系人可以修改单位资料、提供资源，看到填报这个单位的党员。请只交给单位确定的人。"
      onClose={onClose}
      confirm={{ label: code ? '再生成一个' : '生成邀请码', busy, onTap: () => void make() }}
    >
      {code ? (
        <Banner
          tone="ok"
          title={code.code}
          words={`请联系人在“加入社区 · 用邀请码”里填写。只能用一次，${dateInWords(code.expiresAt)}前有效。`}
        />
      ) : null}
      {failure ? <Banner tone="danger" words={failure} /> : null}
    </Sheet>
  );
}
