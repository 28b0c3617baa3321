import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { KINDS, type AsSecretary } from '@gongzhi/shared/party/model';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { buildingWords, confirmWords, dayWords, skillWords, tagOf, untilWords } from './words';

/** What every reader on the staff is given of a member; more of it where the reader is given more. */
type Shown = Omit<AsSecretary, 'skills'> & { skills?: string[] };

const linesOf = (one: Shown): string[] => [
  [KINDS[one.kind], one.building ? buildingWords(one.building) : ''].filter(Boolean).join('，'),
  one.skills && one.skills.length > 0 ? `特长：${skillWords(one.skills)}` : '',
  one.validUntil ? `有效到${untilWords(one.validUntil)}` : `${dayWords(one.askedAt)}报到`,
];

/** One member in a list of the staff's, with what may be done below. */
export function MemberCard({ one, more = [], children }: PropsWithChildren<{ one: Shown; more?: readonly string[] }>) {
  const confirmations = confirmWords(one).map(({ label, value }) => `${label}：${value}`);
  const lines = [...linesOf(one), ...more, ...(one.state === 'asked' ? confirmations : [])].filter(Boolean);
  return (
    <Card>
      <View className="between">
        <Text className="strong">{one.displayName}</Text>
        <Tag {...tagOf(one)} />
      </View>
      <Text className="block">{lines.join('\n')}</Text>
      {children}
    </Card>
  );
}
