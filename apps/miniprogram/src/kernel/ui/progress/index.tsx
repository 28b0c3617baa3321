import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';
import { filled, inWords } from './model';

/** How far something got, with its base in words above the bar: `<Progress base={312} done={208} unit="户" verb="已表决" />`. */
export function Progress({ base, done, unit, verb }: { base: number; done: number; unit: string; verb: string }) {
  const words = inWords(base, done, unit, verb);
  return (
    <View
      className="progress"
      {...a11y({ role: 'progressbar', valueMin: 0, valueMax: base, valueNow: done, valueText: words, label: words })}
    >
      <Text>{words}</Text>
      <View className="progress-track">
        <View className="progress-done" style={`width:${filled(base, done) / 10}%`} />
      </View>
    </View>
  );
}
