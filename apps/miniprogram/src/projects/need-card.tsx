import { Text, View } from '@tarojs/components';
import type { Need } from '@gongzhi/shared/projects/model';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { NEED_STATES, needWords } from './words';

export function NeedCard({ communityId, need }: { communityId: string; need: Need }) {
  const [words, tone] = NEED_STATES[need.state];
  return (
    <Card
      label={`${need.title}，${words}`}
      onTap={() => open('projects', 'need', { communityId, needId: need.needId })}
    >
      <View className="between">
        <Text className="strong">{need.title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block small">{needWords(need)}</Text>
    </Card>
  );
}
