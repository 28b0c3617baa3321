import { Text, View } from '@tarojs/components';
import type { Point } from '@gongzhi/shared/councils/model';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { countWords, stateWords } from './model';

/** One point: who, when, the words, endorse, reply. */
export function PointCard({ point, endorse, reply }: { point: Point; endorse: () => void; reply: () => void }) {
  const state = stateWords(point);
  return (
    <Card>
      <Text className="block small">
        {point.authorName} · {dateInWords(point.at)}
      </Text>
      <Text className="block">{point.body}</Text>
      {state ? (
        <Text className="block small">◷ {state}</Text>
      ) : (
        <View className="pair">
          <PrimaryButton
            kind="plain"
            label={point.endorsedByMe ? `✓ 已赞同 ${point.endorsements}` : countWords(point.endorsements, '赞同')}
            disabled={point.endorsedByMe}
            onTap={endorse}
          />
          <PrimaryButton kind="plain" label={countWords(point.replies, '回复')} onTap={reply} />
        </View>
      )}
    </Card>
  );
}
