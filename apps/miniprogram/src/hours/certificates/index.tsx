import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { hours } from '@gongzhi/shared/hours/contract';
import { proofOf } from '@gongzhi/shared/hours/certificate-rules';
import type { Certificate } from '@gongzhi/shared/hours/certificate-model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { provesWords, stateWords } from '../certificate-words';
import { usePrinting } from '../../kernel/use-printing';

/** Twenty of these fit the budget of a page: the state is a tag, and what is proved one text. The rest is on the paper and where it is verified. */
function CertificateCard({ one, busy, print }: { one: Certificate; busy: boolean; print: () => void }) {
  const { title, words, tone } = stateWords(one);
  return (
    <Card>
      <View className="between">
        <Text className="strong">编号 {one.number}</Text>
        <Tag label={title} tone={tone === 'ok' ? 'active' : tone} />
      </View>
      <Text className="block small">{`${words}${provesWords(proofOf(one)).join('；')}。`}</Text>
      {one.state === 'valid' ? (
        <PrimaryButton kind="plain" label={`打开证明 ${one.number}`} busy={busy} onTap={print} />
      ) : null}
    </Card>
  );
}

/** A volunteer's own certificates. */
export default function Certificates() {
  const { communityId } = useParams('hours', 'certificates');
  const { busy, print } = usePrinting();
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(hours.listMyCertificates, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title="志愿服务证明">
      <Card>
        <Row label="正在公示的证明" onTap={() => open('hours', 'publicity', { communityId })} />
        <Row label="核对一张证明" onTap={() => open('hours', 'verify', { communityId })} />
      </Card>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '还没有证明。需要时请社区工作者出具，不收费。',
          action: { label: '看看我的时长', onTap: () => open('hours', 'mine', { communityId }) },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <CertificateCard
                key={one.number}
                one={one}
                busy={busy === one.number}
                print={() =>
                  void print(one.number, () => call(hours.printMyCertificate, { communityId, number: one.number }))
                }
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看以前的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
