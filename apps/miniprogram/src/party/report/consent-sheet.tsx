import { useState } from 'react';
import { identity } from '@gongzhi/shared/identity/contract';
import { call } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { ListState } from '../../kernel/ui/list-state';
import { NoticeCard } from '../../kernel/ui/notice-card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { useLoaded } from '../../kernel/use-loaded';

/** The party notice, whole, and the consent to it: asked apart, at the moment it is needed. */
export function ConsentSheet({ agreed, close }: { agreed: () => void; close: () => void }) {
  const { loaded, reload } = useLoaded('party', () => call(identity.readNotice, { purpose: 'party' }));
  const [busy, setBusy] = useState(false);
  const agree = async (version: string, hash: string) => {
    setBusy(true);
    const outcome = await call(identity.giveConsent, { purpose: 'party', version, hash });
    setBusy(false);
    if (outcome.ok) return agreed();
    toast(outcome.says);
    reload();
  };
  return (
    <Sheet title="党员到社区报到" onClose={close} closeLabel="先不报到">
      <ListState loaded={loaded} retry={reload}>
        {(notice) => (
          <>
            <NoticeCard notice={notice} />
            <PrimaryButton label="同意，继续报到" busy={busy} onTap={() => void agree(notice.version, notice.hash)} />
          </>
        )}
      </ListState>
    </Sheet>
  );
}
