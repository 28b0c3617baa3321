import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';

/** A line that leads somewhere: what it is, how it stands, an arrow. */
export function Row({ label, value, onTap }: { label: string; value?: string; onTap?: () => void }) {
  const words = value ? `${label}，${value}` : label;
  return (
    <View
      className="row"
      {...(onTap ? { hoverClass: 'row-pressed', onClick: onTap, ...a11y({ role: 'button', label: words }) } : {})}
    >
      <Text className="row-label">{label}</Text>
      {value ? <Text className="row-value">{value}</Text> : null}
      {onTap ? (
        <Text className="row-arrow" {...a11y({ hidden: true })}>
          ›
        </Text>
      ) : null}
    </View>
  );
}
