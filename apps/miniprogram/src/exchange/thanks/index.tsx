import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Thanks } from '@gongzhi/shared/exchange/thanks';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { toTab, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';

function One({ one, busy, hide }: { one: Thanks; busy: boolean; hide: () => void }) {
  return (
    <Card>
      <Text className="block small">
        {one.byName} · {dateInWords(one.at)}
        {one.hidden ? ' · 已收起' : ''}
      </Text>
      {one.hidden ? null : <Text className="block strong">{one.words}</Text>}
      <View className="stack">
        <PrimaryButton kind="plain" label={one.hidden ? '再看看' : '收起来'} busy={busy} onTap={hide} />
      </View>
    </Card>
  );
}

/** What those one helped wrote: words and nothing else, for oneself. */
export default function ThanksPage() {
  const { communityId } = useParams('exchange', 'thanks');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(exchange.listThanks, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, act } = useAct(reload);
  useDidShow(reload);
  const hide = ({ thanksId, hidden }: Thanks) =>
    act(
      exchange.hideThanks,
      { communityId, thanksId, hidden: !hidden },
      hidden ? '又放回来了。' : '已收起，只有您知道。',
    );
  return (
    <Page title="收到的感谢">
      <Card>
        <Text className="block small">只有您自己看得到。没有打分，也不公开。</Text>
      </Card>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '还没有收到感谢。帮过的邻居写下的话会放在这里。',
          action: { label: '看看志愿服务', onTap: () => toTab('service') },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <One key={one.thanksId} one={one} busy={busy} hide={() => void hide(one)} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
