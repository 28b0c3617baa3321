import { useState } from 'react';
import { Card } from '../kernel/ui/card';
import { PickOne } from '../kernel/ui/pick-one';
import { Row } from '../kernel/ui/row';
import { monthWords, monthsBack } from './months';

/** Ten years back are offered. */
const MONTHS = 120;

/** One month: the chosen one, and the others to be found when it is tapped. */
export function MonthField({ month, onChange }: { month: string; onChange: (month: string) => void }) {
  const [choosing, setChoosing] = useState(false);
  const choose = (id: string) => {
    setChoosing(false);
    onChange(id);
  };
  return (
    <Card>
      <Row label="月份" value={monthWords(month)} onTap={() => setChoosing(!choosing)} />
      {choosing ? (
        <PickOne
          label="换一个月"
          hint="例如 2026年3月"
          all={monthsBack(new Date(), MONTHS).map((id) => ({ id, label: monthWords(id) }))}
          onPick={({ id }) => choose(id)}
        />
      ) : null}
    </Card>
  );
}
