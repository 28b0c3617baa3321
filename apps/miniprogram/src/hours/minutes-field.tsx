import { Field } from '../kernel/ui/field';

export interface Typed {
  hours: string;
  minutes: string;
}

/** So many hours and minutes. `error`: what is wrong with them. */
export function MinutesField({
  typed,
  onChange,
  error,
}: {
  typed: Typed;
  onChange: (typed: Typed) => void;
  error?: string | undefined;
}) {
  return (
    <>
      <Field label="小时" type="number" value={typed.hours} onChange={(hours) => onChange({ ...typed, hours })} />
      <Field
        label="分钟"
        type="number"
        value={typed.minutes}
        error={error}
        onChange={(minutes) => onChange({ ...typed, minutes })}
      />
    </>
  );
}
export const TIME_WRONG = '请填 0 到 24 小时，分钟不超过 59';
