import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Head } from '@gongzhi/shared/volunteering/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { HeadCard } from '../head-card';
import { byNeed } from './model';

/** The community's activities: those that wait to be published first. */
export default function Approve() {
  const { communityId } = useParams('volunteering', 'approve');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(volunteering.listPlans, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, act } = useAct(reload);
  const [declined, setDeclined] = useState<string>();
  useDidShow(reload);
  const publish = (activityId: string) =>
    act(volunteering.publishActivity, { communityId, activityId }, '已发布，邻居可以报名了。');
  const look = (activityId: string) => open('volunteering', 'activity', { communityId, activityId });
  const waiting = (head: Head, i: number) => (
    <HeadCard key={head.activityId} head={head}>
      <Row label="看说明、风险和班次" onTap={() => look(head.activityId)} />
      <View className="stack">
        <PrimaryButton
          kind={i === 0 ? 'primary' : 'plain'}
          label="发布"
          busy={busy}
          onTap={() => void publish(head.activityId)}
        />
        <PrimaryButton kind="plain" label="不发布" busy={busy} onTap={() => setDeclined(head.activityId)} />
      </View>
    </HeadCard>
  );
  return (
    <Page title="活动审核">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '还没有人发起活动。社区也可以自己发起。',
          action: { label: '发起活动', onTap: () => open('volunteering', 'write', { communityId }) },
        }}
      >
        {({ items, next }) => {
          const { proposed, others } = byNeed(items);
          return (
            <>
              <Text className="heading">等您审核</Text>
              {proposed.length === 0 ? <Text className="block">没有等待审核的。</Text> : proposed.map(waiting)}
              {others.length > 0 ? <Text className="heading">已经处理</Text> : null}
              {others.map((head) => (
                <HeadCard key={head.activityId} head={head} onTap={() => look(head.activityId)} />
              ))}
              {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
            </>
          );
        }}
      </ListState>
      {declined ? (
        <TextSheet
          title="不发布这次活动"
          words="发起人会看到原因，可以改好以后再发起。"
          label="原因"
          max={60}
          confirm="不发布"
          busy={busy}
          onConfirm={(reason) =>
            act(volunteering.declineActivity, { communityId, activityId: declined, reason }, '已告诉发起人。')
          }
          onClose={() => setDeclined(undefined)}
        />
      ) : null}
    </Page>
  );
}
