import { Text } from '@tarojs/components';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { WishList } from '../wish-list';

/** Wishes that wait for a worker: to be looked at, or to be confirmed for somebody without a phone. */
export default function Waiting() {
  const { communityId } = useParams('wishes', 'waiting');
  const ask = (cursor?: string) => call(wishes.listWaiting, { communityId, ...(cursor ? { cursor } : {}) });
  return (
    <Page title="微心愿待办" primary={{ label: '替居民许愿', onTap: () => open('wishes', 'make', { communityId }) }}>
      <Text className="block small">等得最久的在前面。居民没有手机的，您可以替他许愿、替他确认，都会标明。</Text>
      <Card>
        <Row label="微心愿的办法" value="花费、期限" onTap={() => open('wishes', 'rule', { communityId })} />
      </Card>
      <WishList
        communityId={communityId}
        name={`waiting ${communityId}`}
        empty={{ words: '没有等您处理的微心愿。' }}
        ask={ask}
      />
    </Page>
  );
}
