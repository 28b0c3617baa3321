import { Text, View } from '@tarojs/components';
import type { Meeting } from '@gongzhi/shared/meetings/model';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { STATUS_WORDS, kindWords, whenAndWhere } from './words';

/** A meeting in a list. */
export function MeetingCard({ meeting }: { meeting: Meeting }) {
  const { communityId, meetingId, kind, status, agenda } = meeting;
  const [words, tone] = STATUS_WORDS[status];
  return (
    <Card onTap={() => open('meetings', 'live', { communityId, meetingId })}>
      <View className="between">
        <Text className="strong">{kindWords(kind)}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">{whenAndWhere(meeting)}</Text>
      <Text className="block small">
        议程 {agenda.length} 件：{agenda.map(({ title }) => title).join('；')}
      </Text>
    </Card>
  );
}
