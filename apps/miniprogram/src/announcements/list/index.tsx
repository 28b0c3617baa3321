import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { HeadCard } from '../head-card';

/** Announcements of the community in every state, for those who write and approve them. */
export default function Announcements() {
  const { communityId } = useParams('announcements', 'list');
  const writes = useRolesIn(communityId).includes('worker');
  const { loaded, reload, more } = usePages(`all announcements ${communityId}`, (cursor) =>
    call(announcements.listAll, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const begin = { label: '写通知', onTap: () => open('announcements', 'write', { communityId }) };
  return (
    <Page title="发通知" {...(writes ? { primary: begin } : {})}>
      <Card>
        <Row label="等您同意的通知" onTap={() => open('announcements', 'waiting', { communityId })} />
        {writes ? (
          <Row label="还要联系的住户" onTap={() => open('announcements', 'call-lists', { communityId })} />
        ) : null}
        <Row label="公告栏" value="可打印" onTap={() => open('announcements', 'board', { communityId })} />
      </Card>
      <Text className="heading">所有通知</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有写过通知。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((head) => (
              <HeadCard
                key={head.announcementId}
                head={head}
                onTap={() => open('announcements', 'manage', { communityId, announcementId: head.announcementId })}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
