import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Order } from '@gongzhi/shared/exchange/offers';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { useShownAs } from '../use-rule';
import { priceWords } from '../words';

/** What was exchanged and waits: a worker hands it over, or cancels it and the points return. */
export default function Orders() {
  const { communityId } = useParams('exchange', 'orders');
  const shownAs = useShownAs(communityId);
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(exchange.listOrders, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const [cancelling, cancel] = useState<Order>();
  const { busy, act } = useAct(reload);
  useDidShow(reload);
  const end = async ({ orderId, personId }: Order, how: 'handed' | 'cancelled') => {
    const said = how === 'handed' ? '已登记领取。' : '已取消，积分退回给居民。';
    await act(exchange.endOrder, { communityId, orderId, personId, end: how }, said);
    cancel(undefined);
  };
  return (
    <Page title="等待领取">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '没有等待领取的兑换。居民兑换后，几秒钟内会出现在这里。',
          action: { label: '看兑换清单', onTap: () => open('exchange', 'list', { communityId }) },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((order) => (
              <Card key={order.orderId}>
                <View className="between">
                  <Text className="strong">{order.title}</Text>
                  <Text className="small">{priceWords(order.points, shownAs)}</Text>
                </View>
                <Text className="block">{order.byName}</Text>
                <Text className="block small">{timeInWords(order.at)}兑换</Text>
                <View className="stack">
                  <PrimaryButton label="当面交给本人了" busy={busy} onTap={() => void end(order, 'handed')} />
                  <PrimaryButton kind="plain" label="取消，退回积分" onTap={() => cancel(order)} />
                </View>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {cancelling ? (
        <Sheet
          title="取消这次兑换？"
          words={`${cancelling.byName}的“${cancelling.title}”。取消后积分退回，这一份放回清单。`}
          onClose={() => cancel(undefined)}
          confirm={{ label: '确定取消', kind: 'danger', busy, onTap: () => void end(cancelling, 'cancelled') }}
        />
      ) : null}
    </Page>
  );
}
