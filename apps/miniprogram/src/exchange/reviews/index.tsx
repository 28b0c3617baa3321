import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';

/** Thanks the content check was not sure of: a person decides each. */
export default function ThanksReviews() {
  const { communityId } = useParams('exchange', 'reviews');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(exchange.listWaitingThanks, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, act } = useAct(reload);
  useDidShow(reload);
  const decide = (thanksId: string, publish: boolean) =>
    act(exchange.decideThanks, { communityId, thanksId, publish }, publish ? '已转给本人。' : '没有转，邻居可以重写。');
  return (
    <Page title="感谢待审核">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '没有等待审核的感谢。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ thanksId, words, byName, at, label }) => (
              <Card key={thanksId}>
                <Text className="block small">
                  {byName} · {dateInWords(at)}
                </Text>
                <Text className="block strong">{words}</Text>
                <Text className="block small">机器检查提示：{label}。机器只提示，转不转由您决定。</Text>
                <View className="stack">
                  <PrimaryButton label="转给本人" busy={busy} onTap={() => void decide(thanksId, true)} />
                  <PrimaryButton kind="plain" label="不转" busy={busy} onTap={() => void decide(thanksId, false)} />
                </View>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
