import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from '../a11y';

const SIGNS = { waiting: ['◷', '等待'], danger: ['⚠', '注意'], ok: ['✓', '完成'], note: ['ⓘ', '说明'] } as const;
export type Tone = keyof typeof SIGNS;

/** Something to know before going on: a sign, a word and the sentence; announced when it appears. Children may be a button. */
export function Banner({
  tone,
  title,
  words,
  children,
}: PropsWithChildren<{ tone: Tone; title?: string; words: string }>) {
  const [sign, word] = SIGNS[tone];
  return (
    <View
      className={`banner banner-${tone}`}
      {...a11y({ role: tone === 'danger' ? 'alert' : 'status', live: tone === 'danger' ? 'assertive' : 'polite' })}
    >
      <Text className="banner-head">
        <Text {...a11y({ hidden: true })}>{sign} </Text>
        {title ?? word}
      </Text>
      <Text className="banner-words">{words}</Text>
      {children}
    </View>
  );
}
