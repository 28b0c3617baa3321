import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { Call } from '@gongzhi/shared/calls/model';
import { spanWords } from '../kernel/service/time-words';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { causeWords, neededWords } from './words';

/** A call in a list: what, when, where, how many are missing. */
export function CallCard({
  call,
  tag,
  now,
  onTap,
  children,
}: PropsWithChildren<{
  call: Call;
  tag: readonly [string, 'plain' | 'active' | 'waiting' | 'danger'];
  now: Date;
  onTap?: () => void;
}>) {
  const [label, tone] = tag;
  return (
    <Card {...(onTap ? { onTap } : {})}>
      <View className="between">
        <Text className="strong">{call.title}</Text>
        <Tag label={label} tone={tone} />
      </View>
      <Text className="block small">{causeWords(call)}</Text>
      <Text className="block">{spanWords(call.shift, now)}</Text>
      <Text className="block">{call.place}</Text>
      {call.status === 'published' ? <Text className="block small">{neededWords(call)}</Text> : null}
      {call.reason ? <Text className="block small">原因：{call.reason}</Text> : null}
      {children}
    </Card>
  );
}
