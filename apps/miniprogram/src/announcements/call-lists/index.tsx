import { useDidShow } from '@tarojs/taro';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { HeadCard } from '../head-card';
import { leftOf } from '../words';

/** Announcements of which households are still to be told, urgent ones first. */
export default function CallLists() {
  const { communityId } = useParams('announcements', 'call-lists');
  const { loaded, reload, more } = usePages(`call lists ${communityId}`, (cursor) =>
    call(announcements.listCallLists, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title="还要联系的住户">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '现在没有要联系的住户。通知发完以后，没有看到的住户会列在这里。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ tally, ...head }) => (
              <HeadCard
                key={head.announcementId}
                head={head}
                note={leftOf(tally) === 0 ? '都联系过了' : `还有 ${leftOf(tally)} 户`}
                onTap={() => open('announcements', 'call-list', { communityId, announcementId: head.announcementId })}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
