import { Text, View } from '@tarojs/components';
import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import type { Shift } from '@gongzhi/shared/kernel/service/model';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { attendanceTag, shiftTag, slotWords } from '../words';
import { spanWords } from '../../kernel/service/time-words';

/** A shift, how it stands and what one has to do with it. */
export function ShiftCard({
  shift,
  mine,
  withdraw,
  lead,
}: {
  shift: Shift;
  mine: Mine | undefined;
  withdraw: (() => void) | undefined;
  lead: (() => void) | undefined;
}) {
  const now = new Date();
  const [words, tone] = mine && mine.place !== 'withdrawn' ? attendanceTag(mine) : shiftTag(shift, now);
  return (
    <Card>
      <View className="between">
        <Text className="strong">{spanWords(shift, now)}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block small">{shift.cancelled ? `取消的原因：${shift.cancelled}` : slotWords(shift)}</Text>
      {withdraw ? <PrimaryButton kind="plain" label="退出这个班次" onTap={withdraw} /> : null}
      {lead ? <Row label="班次看板" value="签到码、到场、结算" onTap={lead} /> : null}
    </Card>
  );
}
