import { Text, View } from '@tarojs/components';
import { a11y } from '../kernel/ui/a11y';

/** Any of a few, all visible; none chosen means all. */
export function ManyChoices<V extends string>(props: {
  label: string;
  options: readonly { value: V; label: string }[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
}) {
  const { label, options, chosen, onChange } = props;
  const toggled = (value: V) => (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <>
      <Text className="block field-label">{label}</Text>
      <View className="seg" {...a11y({ role: 'region', label })}>
        {options.map(({ value, label: words }) => {
          const on = chosen.includes(value);
          return (
            <View
              key={value}
              className={on ? 'seg-one seg-on' : 'seg-one'}
              hoverClass="seg-pressed"
              onClick={() => onChange(toggled(value))}
              {...a11y({ role: 'checkbox', checked: on, label: words })}
            >
              <Text>{on ? `✓ ${words}` : words}</Text>
            </View>
          );
        })}
      </View>
    </>
  );
}
