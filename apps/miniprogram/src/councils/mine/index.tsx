import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { councils } from '@gongzhi/shared/councils/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { byline, stageTag, standsAt } from '../../tabs/councils/model';

/** What the reader proposed, in every state, the waiting and refused ones too. */
export default function Mine() {
  const { communityId } = useParams('councils', 'mine');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(councils.listMyProposals, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const write = () => open('councils', 'write', { communityId });
  return (
    <Page title="我的提议" primary={{ label: '我要提议', onTap: write }}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '您还没有提过建议。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((head) => (
              <Card
                key={head.proposalId}
                onTap={() => open('councils', 'proposal', { communityId, proposalId: head.proposalId })}
              >
                <View className="between">
                  <Text className="small">{byline(head)}</Text>
                  <Tag label={stageTag(head)[0]} tone={stageTag(head)[1]} />
                </View>
                <Text className="block strong">{head.title}</Text>
                <Text className="block small">{standsAt(head)}</Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
