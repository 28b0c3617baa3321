import { Picker } from '@tarojs/components';
import { Row } from '../kernel/ui/row';

/** A day, chosen from the calendar. */
export function DayField(props: { label: string; value: string; onChange: (day: string) => void }) {
  const { label, value, onChange } = props;
  return (
    <Picker
      mode="date"
      value={value}
      start="2000-01-01"
      end="2099-12-31"
      onChange={({ detail }) => onChange(detail.value)}
    >
      <Row label={label} value={value || '请选择'} />
    </Picker>
  );
}
