import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { call } from '../../kernel/call';
import { toTab, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { usePages } from '../../kernel/use-pages';
import { TaskCard } from '../task-card';

const LISTS = [
  { value: 'listMyTasks', label: '我负责的' },
  { value: 'listOpenTasks', label: '全社区的' },
] as const;
type List = (typeof LISTS)[number]['value'];

/** What is to be done, the first due first: one's own, and the community's. */
export default function Worklist() {
  const { communityId, all } = useParams('resolutions', 'worklist');
  const [list, setList] = useState<List>(all ? 'listOpenTasks' : 'listMyTasks');
  const { loaded, reload, more } = usePages(`${communityId}${list}`, (cursor) =>
    call(resolutions[list], { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title="任务清单">
      <Segmented label="看哪些任务" options={LISTS} value={list} onChange={setList} />
      <Text className="block small">按期限排列，最急的在最前。</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: list === 'listMyTasks' ? '没有等您办的任务。' : '没有正在办的任务。',
          action: { label: '看看议事', onTap: () => toTab('councils') },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((task) => (
              <TaskCard key={task.taskId} communityId={communityId} task={task} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
