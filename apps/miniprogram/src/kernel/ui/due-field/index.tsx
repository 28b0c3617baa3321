import { Picker } from '@tarojs/components';
import type { Due } from '@gongzhi/shared/kernel/task';
import { dayAfter, dayInChina } from '@gongzhi/shared/kernel/working-days';
import { Card } from '../card';
import { Row } from '../row';
import { Segmented } from '../segmented';

const DAYS = [
  { value: '5', label: '5 个工作日' },
  { value: '10', label: '10 个工作日' },
  { value: '20', label: '20 个工作日' },
  { value: 'own', label: '自己定日期' },
] as const;
type Days = (typeof DAYS)[number]['value'];

const valueOf = (due: Due): Days | undefined =>
  'date' in due ? 'own' : DAYS.find(({ value }) => value === String(due.workingDays))?.value;

/** A last day: so many working days from tomorrow, or a date. */
export function DueField({ due, onChange }: { due: Due; onChange: (due: Due) => void }) {
  const today = dayInChina(new Date());
  const choose = (value: Days) =>
    onChange(value === 'own' ? { date: dayAfter(today, 14) } : { workingDays: Number(value) });
  return (
    <>
      <Segmented label="什么时候完成" options={DAYS} value={valueOf(due)} onChange={choose} />
      {'date' in due ? (
        <Card>
          <Picker
            mode="date"
            value={due.date}
            start={today}
            end={dayAfter(today, 730)}
            onChange={({ detail }) => onChange({ date: detail.value })}
          >
            <Row picks label="最后一天" value={due.date} />
          </Picker>
        </Card>
      ) : null}
    </>
  );
}
