import { useDidShow } from '@tarojs/taro';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { HeadCard } from '../head-card';

/** What one organises, the latest first. */
export default function Organised() {
  const { communityId } = useParams('volunteering', 'organised');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(volunteering.listOrganised, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page
      title="我组织的活动"
      primary={{ label: '发起活动', onTap: () => open('volunteering', 'write', { communityId }) }}
    >
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '您还没有组织过活动。写好以后，社区发布，邻居就能报名。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((head) => (
              <HeadCard
                key={head.activityId}
                head={head}
                onTap={() => open('volunteering', 'activity', { communityId, activityId: head.activityId })}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
