import { Text, View } from '@tarojs/components';
import type { Card as Wish } from '@gongzhi/shared/wishes/model';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { STATE_WORDS, WHAT_WORDS, moneyWords, whoWords } from './words';

/** A wish in a list: what, roughly for how much, and whose as far as it is told. */
export function WishCard({ communityId, wish }: { communityId: string; wish: Wish }) {
  const { wishId, title, what, budget, state } = wish;
  const [words, tone] = STATE_WORDS[state];
  return (
    <Card onTap={() => open('wishes', 'wish', { communityId, wishId })}>
      <View className="between">
        <Text className="strong">{title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">{`${WHAT_WORDS[what]} · ${moneyWords(budget)}`}</Text>
      <Text className="block small">{whoWords(wish)}</Text>
    </Card>
  );
}
