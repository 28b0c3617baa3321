import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from '../a11y';
import { PrimaryButton, type Kind } from '../primary-button';

export interface SheetProps {
  title: string;
  words?: string;
  onClose: () => void;
  closeLabel?: string;
  confirm?: { label: string; onTap: () => void; kind?: Kind; busy?: boolean; disabled?: boolean };
}

/** A question or a short task over the page. Closing is always a button with words, never only a tap beside it. */
export function Sheet({
  title,
  words,
  onClose,
  closeLabel = '返回',
  confirm,
  children,
}: PropsWithChildren<SheetProps>) {
  return (
    <View className="sheet-veil" catchMove onClick={onClose}>
      <View
        className="sheet"
        onClick={(event) => event.stopPropagation()}
        {...a11y({ role: 'dialog', modal: true, label: title })}
      >
        <Text className="sheet-title" {...a11y({ role: 'heading', level: 2 })}>
          {title}
        </Text>
        {words ? <Text>{words}</Text> : null}
        {children}
        {confirm ? <PrimaryButton {...confirm} /> : null}
        <PrimaryButton kind="plain" label={closeLabel} onTap={onClose} />
      </View>
    </View>
  );
}
