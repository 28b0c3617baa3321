import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { KINDS } from '@gongzhi/shared/kernel/service/model';
import { type Head } from '@gongzhi/shared/volunteering/model';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { STATUS_WORDS, byWords, fitWords } from './words';

/** An activity without its shifts, as whoever organises or publishes it sees it in a list. */
export function HeadCard({ head, onTap, children }: PropsWithChildren<{ head: Head; onTap?: () => void }>) {
  const [words, tone] = STATUS_WORDS[head.status];
  const fit = fitWords(head);
  return (
    <Card {...(onTap ? { onTap } : {})}>
      <View className="between">
        <Text className="strong">{head.title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block small">{`${byWords(head.by)} · ${KINDS[head.kind]} · ${head.place}`}</Text>
      {fit ? <Text className="block small">{fit}</Text> : null}
      {head.reason ? <Text className="block small">原因：{head.reason}</Text> : null}
      {children}
    </Card>
  );
}
