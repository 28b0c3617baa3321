import { Text } from '@tarojs/components';

/** A state in a word; the colour only underlines it. */
export function Tag({ label, tone = 'plain' }: { label: string; tone?: 'plain' | 'active' | 'waiting' | 'danger' }) {
  return <Text className={`tag tag-${tone}`}>{label}</Text>;
}
