import { Text, View } from '@tarojs/components';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { a11y } from '../a11y';

export interface Moment {
  key: string;
  at: string;
  words: string;
  note?: string;
}

/** What happened, in order, each with its date in words. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <View className="timeline" {...a11y({ role: 'list' })}>
      {moments.map(({ key, at, words, note }) => (
        <View key={key} className="timeline-one" {...a11y({ role: 'listitem' })}>
          <Text className="timeline-at">{timeInWords(at)}</Text>
          <Text>{words}</Text>
          {note ? <Text className="timeline-at">{note}</Text> : null}
        </View>
      ))}
    </View>
  );
}
