import { Text, View } from '@tarojs/components';
import type { Head } from '@gongzhi/shared/reports/model';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { headWords, stateTag } from './words';

/** Reports by their members’ names, each a card that opens. */
export function HeadList({ items, onTap }: { items: readonly Head[]; onTap: (head: Head) => void }) {
  return (
    <>
      {items.map((head) => (
        <Card
          key={`${head.memberId}${head.period}`}
          onTap={() => onTap(head)}
          label={`${head.name}，${headWords(head)}，${stateTag(head.state)[0]}`}
        >
          <View className="between">
            <Text className="strong">{head.name}</Text>
            <Tag label={stateTag(head.state)[0]} tone={stateTag(head.state)[1]} />
          </View>
          <Text className="block small">{headWords(head)}</Text>
        </Card>
      ))}
    </>
  );
}
