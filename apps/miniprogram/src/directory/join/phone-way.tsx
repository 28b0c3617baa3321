import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { identity } from '@gongzhi/shared/identity/contract';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { demoPerson } from '../../kernel/demo-person';
import { platform } from '../../kernel/platform/platform';
import { Banner } from '../../kernel/ui/banner';
import { ListState } from '../../kernel/ui/list-state';
import { NoticeCard } from '../../kernel/ui/notice-card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { useLoaded } from '../../kernel/use-loaded';
import { useJoining } from './use-joining';

/** Consent to using the phone number once, unless it already stands. */
const agree = async (): Promise<Outcome<unknown>> => {
  const [me, notice] = await Promise.all([call(identity.readMe, {}), call(identity.readNotice, { purpose: 'phone' })]);
  if (!me.ok) return me;
  if (!notice.ok) return notice;
  const { purpose, version, hash } = notice.value;
  const stands = me.value.consents.some((c) => c.purpose === purpose && c.version === version && !c.withdrawnAt);
  return stands ? { ok: true, value: undefined } : call(identity.giveConsent, { purpose, version, hash });
};

const noCode = { ok: false, broken: true, says: '没有拿到手机号验证。您可以改用邀请码，或请社区确认。' } as const;

/** The number comes from WeChat and is only compared with the roll. */
export function PhoneWay({ communityId, displayName }: { communityId: string; displayName: string }) {
  const [asked, setAsked] = useState(false);
  const { busy, failure, join } = useJoining();
  const { loaded, reload } = useLoaded('phone', () => call(identity.readNotice, { purpose: 'phone' }));
  const { phoneCode } = platform.signIn;
  const withCode = (code: string | undefined) =>
    void join(async () => {
      if (!code) return noCode;
      const agreed = await agree();
      return agreed.ok ? call(directory.joinByPhone, { communityId, displayName, phoneCode: code }) : agreed;
    }, '已核对，欢迎加入。').finally(() => setAsked(false));
  const ask = async () => withCode(await phoneCode?.(demoPerson.get()).catch(() => undefined));
  const agreeButton = phoneCode ? (
    <PrimaryButton label="同意，用手机号核对" busy={busy} onTap={() => void ask()} />
  ) : (
    <PrimaryButton
      label="同意，用手机号核对"
      busy={busy}
      native={{ openType: 'getPhoneNumber', onGetPhoneNumber: ({ detail }) => withCode(detail.code) }}
    />
  );
  return (
    <>
      {failure ? <Banner tone="danger" title="没有加入成功" words={failure} /> : null}
      <PrimaryButton label="用手机号核对" disabled={displayName.trim() === ''} onTap={() => setAsked(true)} />
      {asked ? (
        <Sheet title="用手机号核对住户" onClose={() => setAsked(false)} closeLabel="不用手机号">
          <ListState loaded={loaded} retry={reload}>
            {(notice) => (
              <>
                <NoticeCard notice={notice} />
                {agreeButton}
              </>
            )}
          </ListState>
        </Sheet>
      ) : null}
    </>
  );
}
