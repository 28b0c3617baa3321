import { View } from '@tarojs/components';
import type { Share } from '@gongzhi/shared/kernel/satisfaction-result';
import { a11y } from '../kernel/ui/a11y';
import { barOf } from './bar';
import { shareWords } from './words';

/** An estimate on a scale from nothing to everybody: the band is the interval, the line the estimate. Said in words to those who cannot see it. */
export function IntervalBar({ share }: { share: Share }) {
  const { left, width, at } = barOf(share);
  return (
    <View className="interval" {...a11y({ role: 'img', label: shareWords(share) })}>
      <View className="interval-band" style={`left:${left}%;width:${width}%`} />
      <View className="interval-point" style={`left:${at}%`} />
    </View>
  );
}
