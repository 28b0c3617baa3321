import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import type { Certificate } from '@gongzhi/shared/hours/certificate-model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { stateWords } from '../certificate-words';
import { usePrinting } from '../../kernel/use-printing';

const TONES = { public: 'waiting', valid: 'active', revoked: 'danger' } as const;

function Line({ one, revoke }: { one: Certificate; revoke: () => void }) {
  return (
    <Card>
      <View className="between">
        <Text className="strong">{one.name}</Text>
        <Tag label={stateWords(one).title} tone={TONES[one.state]} />
      </View>
      <Text className="block small">
        {one.hours} 小时 · 编号 {one.number}
      </Text>
      {one.state === 'revoked' ? (
        <Text className="block small">{stateWords(one).words}</Text>
      ) : (
        <PrimaryButton kind="plain" label={`撤销${one.name}的证明`} onTap={revoke} />
      )}
    </Card>
  );
}

/** The certificates of one batch: printed together, revoked one by one. */
export default function BatchPage() {
  const ids = useParams('hours', 'batch');
  const { communityId } = ids;
  const { loaded, reload } = useLoaded(ids.batchId, () => call(hours.readBatch, ids));
  const { busy, act } = useAct(reload);
  const { busy: printing, print } = usePrinting();
  const [revoked, setRevoked] = useState<Certificate>();
  const revoke = (reason: string) =>
    revoked
      ? act(hours.revokeCertificate, { communityId, number: revoked.number, reason }, '已撤销。')
      : Promise.resolve(false);
  const onTap = () => void print(ids.batchId, () => call(hours.printBatch, ids));
  const someValid = loaded.value?.items.some(({ state }) => state === 'valid') ?? false;
  return (
    <Page
      title="一批证明"
      primary={{ label: '打印这一批', busy: printing !== undefined, disabled: !someValid, onTap }}
      why={loaded.value && !someValid ? '公示期满以后才能打印。' : undefined}
    >
      <ListState loaded={loaded} retry={reload}>
        {({ items }) => (
          <>
            {items.map((one) => (
              <Line key={one.number} one={one} revoke={() => setRevoked(one)} />
            ))}
          </>
        )}
      </ListState>
      {revoked ? (
        <TextSheet
          title={`撤销${revoked.name}的证明`}
          words="撤销后不能恢复。扫码核对的人会看到撤销的时间和理由。"
          label="撤销理由"
          max={60}
          confirm="确定撤销"
          busy={busy}
          onConfirm={revoke}
          onClose={() => setRevoked(undefined)}
        />
      ) : null}
    </Page>
  );
}
