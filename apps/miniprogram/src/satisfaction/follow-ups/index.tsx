import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { FollowUpHead } from '@gongzhi/shared/satisfaction/model';
import { aboutInWords } from '@gongzhi/shared/satisfaction/rules';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { HAND_WORDS, dueWords, standOf } from '../follow-up-words';

function Head({ communityId, head }: { communityId: string; head: FollowUpHead }) {
  const [label, tone] = standOf(head, new Date());
  const { followUpId, about, dueAt, hand, sentBack } = head;
  return (
    <Card onTap={() => open('satisfaction', 'follow-up', { communityId, followUpId })}>
      <View className="between">
        <Text className="strong">{aboutInWords(about)}</Text>
        <Tag label={label} tone={tone} />
      </View>
      <Text className="block">{`${dueWords(dueAt)}前答复`}</Text>
      <Text className="block small home-who">
        {sentBack > 0 ? `${HAND_WORDS[hand]}，被退回 ${sentBack} 次` : HAND_WORDS[hand]}
      </Text>
    </Card>
  );
}

/** Low answers that wait, the first due first. What they say is for whoever takes one on. */
export default function FollowUps() {
  const { communityId } = useParams('satisfaction', 'follow-ups');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(satisfaction.listFollowUps, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title="差评回访">
      <Text className="block small">
        居民打了“不满意”的，15 个工作日内要答复，并由居民确认。谁打的不显示，请不要打听。
      </Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '没有等着答复的差评。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((head) => (
              <Head key={head.followUpId} communityId={communityId} head={head} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
