import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';

export interface RowProps {
  label: string;
  value?: string;
  onTap?: () => void;
  /** The row stands in a picker, which takes the tap. */
  picks?: boolean;
}

/** A line that leads somewhere: what it is, how it stands, an arrow. */
export function Row({ label, value, onTap, picks = false }: RowProps) {
  const leads = picks || onTap !== undefined;
  const words = value ? `${label}，${value}` : label;
  return (
    <View
      className="row"
      {...(onTap ? { onClick: onTap } : {})}
      {...(leads ? { hoverClass: 'row-pressed', ...a11y({ role: 'button', label: words }) } : {})}
    >
      <Text className="row-label">{label}</Text>
      {value ? <Text className="row-value">{value}</Text> : null}
      {leads ? (
        <Text className="row-arrow" {...a11y({ hidden: true })}>
          ›
        </Text>
      ) : null}
    </View>
  );
}
