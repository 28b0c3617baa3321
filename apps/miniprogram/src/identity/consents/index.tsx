import { Text } from '@tarojs/components';
import { useState } from 'react';
import { identity, type Consent, type Purpose } from '@gongzhi/shared/identity/contract';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { useLoaded } from '../../kernel/use-loaded';
import { NoticeCard } from '../../kernel/ui/notice-card';
import { PURPOSE_WORDS, WITHDRAW_WORDS, latest, standsWords } from './model';

function Given({ consent, read, withdraw }: { consent: Consent; read: () => void; withdraw: () => void }) {
  return (
    <Card>
      <Text className="block strong">{PURPOSE_WORDS[consent.purpose]}</Text>
      <Text className="block small">{standsWords(consent)}</Text>
      <PrimaryButton kind="plain" label={`看看《${PURPOSE_WORDS[consent.purpose]}》全文`} onTap={read} />
      {consent.withdrawnAt ? null : <PrimaryButton kind="plain" label="撤回同意" onTap={withdraw} />}
      {consent.withdrawnAt && consent.purpose === 'privacy' ? (
        <PrimaryButton label="重新阅读并同意" onTap={() => open('identity', 'sign-in', {})} />
      ) : null}
    </Card>
  );
}

function Reading({ purpose, onClose }: { purpose: Purpose; onClose: () => void }) {
  const { loaded, reload } = useLoaded(purpose, () => call(identity.readNotice, { purpose }));
  return (
    <Sheet title={PURPOSE_WORDS[purpose]} onClose={onClose}>
      <ListState loaded={loaded} retry={reload}>
        {(notice) => <NoticeCard notice={notice} />}
      </ListState>
    </Sheet>
  );
}

/** What a person agreed to, when, in which words, and the way back. */
export default function Consents() {
  const { loaded, reload } = useLoaded('me', () => call(identity.readMe, {}));
  const [reading, setReading] = useState<Purpose>();
  const [withdrawing, setWithdrawing] = useState<Purpose>();
  const [busy, setBusy] = useState(false);
  const withdraw = async (purpose: Purpose) => {
    setBusy(true);
    const outcome = await call(identity.withdrawConsent, { purpose });
    setBusy(false);
    setWithdrawing(undefined);
    toast(outcome.ok ? '已撤回。' : outcome.says);
    reload();
  };
  return (
    <Page title="隐私和授权">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ consents }) => consents.length === 0}
        empty={{
          words: '您还没有同意过任何说明。',
          action: { label: '阅读隐私说明', onTap: () => open('identity', 'sign-in', {}) },
        }}
      >
        {({ consents }) =>
          latest(consents).map((consent) => (
            <Given
              key={consent.purpose}
              consent={consent}
              read={() => setReading(consent.purpose)}
              withdraw={() => setWithdrawing(consent.purpose)}
            />
          ))
        }
      </ListState>
      {reading ? <Reading purpose={reading} onClose={() => setReading(undefined)} /> : null}
      {withdrawing ? (
        <Sheet
          title="撤回同意？"
          words={WITHDRAW_WORDS[withdrawing]}
          onClose={() => setWithdrawing(undefined)}
          confirm={{ label: '确定撤回', kind: 'danger', busy, onTap: () => void withdraw(withdrawing) }}
        />
      ) : null}
    </Page>
  );
}
