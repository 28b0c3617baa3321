import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { hours } from '@gongzhi/shared/hours/contract';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { dayWords } from '../certificate-words';

/** What a worker issued, by batch, and the way to issue more. */
export default function Batches() {
  const { communityId } = useParams('hours', 'batches');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(hours.listBatches, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title="出具过的证明" primary={{ label: '出具证明', onTap: () => open('hours', 'issue', { communityId }) }}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有出具过证明。可以给一个人出，也可以给一个班级、一个单位一起出。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ batchId, count, issuedAt, fromDay, toDay }) => (
              <Card key={batchId} onTap={() => open('hours', 'batch', { communityId, batchId })}>
                <Text className="block strong">{count} 份证明</Text>
                <Text className="block small">{timeInWords(issuedAt)}出具</Text>
                <Text className="block small">
                  {dayWords(fromDay)} 至 {dayWords(toDay)}的服务
                </Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看以前的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
