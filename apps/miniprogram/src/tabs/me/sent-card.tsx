import { Text, View } from '@tarojs/components';
import { forgetSent, queue } from '../../kernel/queue';
import { STATE_WORDS } from '../../kernel/queue-core';
import { useStore } from '../../kernel/store';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';

const TONES = { waiting: 'waiting', sent: 'active', refused: 'danger' } as const;

/** What was done without a network and how it went. */
export function SentCard({ personId }: { personId: string }) {
  const mine = useStore(queue).filter(({ owner }) => owner === personId);
  if (mine.length === 0) return null;
  return (
    <Card>
      <Text className="block strong">没有网络时办的事</Text>
      {mine.map(({ key, what, state, says }) => (
        <View key={key} className="stack">
          <View className="between">
            <Text>{what}</Text>
            <Tag label={STATE_WORDS[state]} tone={TONES[state]} />
          </View>
          {says ? <Text className="small">{says}</Text> : null}
          {state === 'refused' ? <PrimaryButton kind="plain" label="知道了" onTap={() => forgetSent(key)} /> : null}
        </View>
      ))}
    </Card>
  );
}
