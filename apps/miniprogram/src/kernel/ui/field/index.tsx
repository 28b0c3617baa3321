import { Input, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y, inputA11y } from '../a11y';

export interface FieldFrameProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  children: ReactNode;
}

/** Label above, input, then what is wrong or a hint: the same for every kind of input. */
export function FieldFrame({ label, hint, error, children }: FieldFrameProps) {
  return (
    <View className={error ? 'field field-wrong' : 'field'}>
      <Text className="field-label">{label}</Text>
      {children}
      {error ? (
        <Text className="field-error" {...a11y({ role: 'alert', live: 'polite' })}>
          ⚠ {error}
        </Text>
      ) : hint ? (
        <Text className="field-hint">{hint}</Text>
      ) : null}
    </View>
  );
}

export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  placeholder?: string;
  type?: 'text' | 'number' | 'digit';
  disabled?: boolean;
  /** What the keyboard's key for searching does. */
  onSearch?: () => void;
}

export function Field({
  label,
  value,
  onChange,
  hint,
  error,
  placeholder = '',
  type = 'text',
  disabled = false,
  onSearch,
}: FieldProps) {
  return (
    <FieldFrame label={label} error={error} {...(hint ? { hint } : {})}>
      <Input
        className="field-input"
        value={value}
        type={type}
        disabled={disabled}
        maxlength={-1}
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        onInput={({ detail }) => onChange(detail.value)}
        {...(onSearch ? { confirmType: 'search' as const, onConfirm: onSearch } : {})}
        {...inputA11y(error ? `${label}，${error}` : label)}
      />
    </FieldFrame>
  );
}
