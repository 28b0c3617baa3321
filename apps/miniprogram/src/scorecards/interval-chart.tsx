import { Text, View } from '@tarojs/components';
import type { Total } from '@gongzhi/shared/scorecards/model';
import { a11y } from '../kernel/ui/a11y';
import './chart.scss';
import { spanStyle } from './chart-model';
import { totalWords } from './words';

/** A sum between nothing and the whole: dark where it lies, light as far as it may err. */
export function IntervalBar({ label, total }: { label: string; total: Total }) {
  const { sum, range } = totalWords(total);
  return (
    <View className="stack" {...a11y({ role: 'img', label: `${label}，${sum}，${range}` })}>
      <Text className="small">{label}</Text>
      <View className="interval-chart" {...a11y({ hidden: true })}>
        <View className="interval-err" style={spanStyle(total.low, total.high)} />
        <View className="interval-sum" style={spanStyle(total.from, total.to)} />
      </View>
    </View>
  );
}

/** What the bars are read by. */
export function Scale() {
  return (
    <>
      <View className="interval-ends" {...a11y({ hidden: true })}>
        <Text className="small">0 分</Text>
        <Text className="small">50 分</Text>
        <Text className="small">100 分</Text>
      </View>
      <Text className="block small">深色是得分（有不显示的项时是一段），浅色是误差范围。</Text>
    </>
  );
}
