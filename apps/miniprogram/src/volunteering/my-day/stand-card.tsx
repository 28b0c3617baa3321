import { Text, View } from '@tarojs/components';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { attendanceTag } from '../words';
import { spanWords } from '../../kernel/service/time-words';
import { hintOf, type Stand } from './model';
import { type Way } from '../../kernel/service/check-words';

/** One shift of one's own: when, where, what to bring, and what to do now. */
export function StandCard({
  communityId,
  stand,
  now,
  bring,
  scan,
  showCode,
}: {
  communityId: string;
  stand: Stand;
  now: Date;
  bring: string | undefined;
  scan: { way: Way; onTap: () => void } | undefined;
  showCode: (() => void) | undefined;
}) {
  const { activity, activityId, shift, shiftId, unsent } = stand;
  const [words, tone] = unsent.length > 0 ? (['待发送', 'waiting'] as const) : attendanceTag(stand);
  return (
    <Card>
      <View className="between">
        <Text className="strong">{activity.title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">{spanWords(shift, now)}</Text>
      <Text className="block">{activity.place}</Text>
      {bring ? <Text className="block">请带：{bring}</Text> : null}
      <Text className="block small">{hintOf(stand, now)}</Text>
      {scan ? (
        <PrimaryButton kind="plain" label={scan.way === 'in' ? '扫码签到' : '扫码签退'} onTap={scan.onTap} />
      ) : null}
      {showCode ? <PrimaryButton kind="plain" label="出示我的服务码" onTap={showCode} /> : null}
      <Row
        label="活动说明、退出"
        onTap={() => open('volunteering', 'activity', { communityId, activityId, shiftId })}
      />
    </Card>
  );
}
