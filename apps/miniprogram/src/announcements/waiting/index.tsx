import { useDidShow } from '@tarojs/taro';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { HeadCard } from '../head-card';

/** What waits for a second person, the oldest first. */
export default function Waiting() {
  const { communityId } = useParams('announcements', 'waiting');
  const { loaded, reload, more } = usePages(`waiting announcements ${communityId}`, (cursor) =>
    call(announcements.listWaiting, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  const noteOf = ({ mine, correction }: { mine: boolean; correction: boolean }) =>
    mine ? '您写的，要由别人同意' : correction ? '更正，等您看' : '等您看';
  return (
    <Page title="等您同意的通知">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '没有在等的通知。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ mine, correction, ...head }) => (
              <HeadCard
                key={head.announcementId}
                head={head}
                note={noteOf({ mine, correction })}
                onTap={() => open('announcements', 'manage', { communityId, announcementId: head.announcementId })}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
