import { Text } from '@tarojs/components';
import type { Unit } from '@gongzhi/shared/units/model';
import { Card } from '../kernel/ui/card';
import { kindWords, overWords } from './words';

/** What is said of a unit. */
export function ProfileCard({ unit }: { unit: Unit }) {
  return (
    <Card>
      <Text className="block strong">{unit.name}</Text>
      <Text className="block small">{kindWords(unit)}</Text>
      {unit.closed ? <Text className="block">{`已停止参加共建。${overWords('停止', unit.closed)}`}</Text> : null}
      {unit.address ? <Text className="block">{unit.address}</Text> : null}
      {unit.about ? <Text className="block">{unit.about}</Text> : null}
    </Card>
  );
}
