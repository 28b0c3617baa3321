import { Picker } from '@tarojs/components';
import { Row } from '../kernel/ui/row';

/** One day, chosen from the calendar. */
export function DayRow({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <Picker
      mode="date"
      value={value}
      start="2000-01-01"
      end="2099-12-31"
      onChange={({ detail }) => onChange(detail.value)}
    >
      <Row picks label={label} value={value} />
    </Picker>
  );
}
