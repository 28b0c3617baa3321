import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';

export interface Option<V extends string> {
  value: V;
  label: string;
  note?: string;
}
export interface SegmentedProps<V extends string> {
  /** What is being chosen, for those who cannot see it. */
  label: string;
  options: readonly Option<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
}

/** One of a few, all visible. Columns wrap to lines when the text is large. */
export function Segmented<V extends string>({ label, options, value, onChange }: SegmentedProps<V>) {
  return (
    <View className="seg" {...a11y({ role: 'radiogroup', label })}>
      {options.map((option) => {
        const on = option.value === value;
        return (
          <View
            key={option.value}
            className={on ? 'seg-one seg-on' : 'seg-one'}
            hoverClass="seg-pressed"
            onClick={() => onChange(option.value)}
            {...a11y({
              role: 'radio',
              checked: on,
              label: option.note ? `${option.label}，${option.note}` : option.label,
            })}
          >
            <Text>{on ? `✓ ${option.label}` : option.label}</Text>
            {option.note ? <Text className="seg-note">{option.note}</Text> : null}
          </View>
        );
      })}
    </View>
  );
}
