import { Text, View } from '@tarojs/components';
import type { Fix } from '../../kernel/platform/port';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Tag } from '../../kernel/ui/tag';
import { shiftTag, slotWords } from '../words';
import { spanWords } from '../../kernel/service/time-words';
import { knowLine, placeLine, type Found } from './model';

/** An activity in the list: what, when, where, how many are missing. */
export function ActivityCard({
  communityId,
  found,
  near,
}: {
  communityId: string;
  found: Found;
  near: Fix | undefined;
}) {
  const { activity, shift } = found;
  const now = new Date();
  const [words, tone] = shiftTag(shift, now);
  const know = knowLine(found);
  return (
    <Card
      onTap={() =>
        open('volunteering', 'activity', { communityId, activityId: activity.activityId, shiftId: shift.shiftId })
      }
    >
      <View className="between">
        <Text className="strong">{activity.title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">{spanWords(shift, now)}</Text>
      <Text className="block">{placeLine(found, near)}</Text>
      <Text className="block small">{slotWords(shift)}</Text>
      {know ? <Text className="block small">{know}</Text> : null}
    </Card>
  );
}
