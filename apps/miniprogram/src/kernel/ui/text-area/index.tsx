import { Text, Textarea } from '@tarojs/components';
import { inputA11y } from '../a11y';
import { FieldFrame } from '../field';
import { counterOf } from './model';

export interface TextAreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The most characters as a person counts them; more may be typed and is then said, never cut off. */
  max: number;
  hint?: string;
  error?: string | undefined;
  placeholder?: string;
}

export function TextArea({ label, value, onChange, max, hint, error, placeholder = '' }: TextAreaProps) {
  const { words, over } = counterOf(value, max);
  return (
    <FieldFrame label={label} error={error} {...(hint ? { hint } : {})}>
      <Textarea
        className="field-input text-area"
        value={value}
        maxlength={-1}
        autoHeight
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        onInput={({ detail }) => onChange(detail.value)}
        {...inputA11y(error ? `${label}，${error}` : label)}
      />
      <Text className={over ? 'field-count field-over' : 'field-count'}>{words}</Text>
    </FieldFrame>
  );
}
