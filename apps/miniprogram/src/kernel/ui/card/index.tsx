import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from '../a11y';

/** A sheet of paper for one matter. With `onTap` the whole card is one button, read as its words, or as `label` where they are too many. */
export function Card({ children, onTap, label }: PropsWithChildren<{ onTap?: () => void; label?: string }>) {
  if (!onTap) return <View className="card">{children}</View>;
  return (
    <View
      className="card card-tap"
      hoverClass="card-pressed"
      onClick={onTap}
      {...a11y({ role: 'button', ...(label ? { label } : {}) })}
    >
      {children}
    </View>
  );
}
