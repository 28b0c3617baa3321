import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { MeetingCard } from '../meeting-card';
import { leads, useRoles } from '../use-roles';

export default function Meetings() {
  const { communityId } = useParams('meetings', 'list');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(meetings.listMeetings, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const calls = leads(useRoles(communityId));
  useDidShow(reload);
  const primary = calls
    ? { primary: { label: '召集会议', onTap: () => open('meetings', 'call', { communityId }) } }
    : {};
  return (
    <Page title="会议" {...primary}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有开过会。社区工作者和议事会召集人可以召集会议。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((meeting) => (
              <MeetingCard key={meeting.meetingId} meeting={meeting} />
            ))}
            {next ? (
              <View className="stack">
                <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} />
              </View>
            ) : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
