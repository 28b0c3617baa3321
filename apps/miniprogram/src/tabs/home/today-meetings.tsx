import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { meetingsToday, meetingWords } from './meetings-model';

/** Meetings that are on or will be today; nothing when there are none. */
export function TodayMeetings({ communityId }: { communityId: string }) {
  const { loaded, reload } = useLoaded(`meetings ${communityId}`, () => call(meetings.listMeetings, { communityId }));
  useDidShow(reload);
  const on = meetingsToday(loaded.value?.items ?? [], new Date());
  return (
    <>
      {on.map((meeting) => {
        const { name, when, state } = meetingWords(meeting);
        return (
          <Card
            key={meeting.meetingId}
            onTap={() => open('meetings', 'live', { communityId, meetingId: meeting.meetingId })}
          >
            <View className="between">
              <Text className="strong">今天开会：{name}</Text>
              <Tag label={state} tone="waiting" />
            </View>
            <Text className="block small">{when}</Text>
          </Card>
        );
      })}
    </>
  );
}
