import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { open } from '../../kernel/navigate';
import { Row } from '../../kernel/ui/row';
import { spanWords } from '../../kernel/service/time-words';

/** Someone of one's household who is under age and asks to come; nothing when nobody does. */
export function Family({ communityId }: { communityId: string }) {
  const { loaded, reload } = usePages(`family ${communityId}`, (cursor) =>
    call(volunteering.listFamily, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, act } = useAct(reload);
  useDidShow(reload);
  const items = loaded.value?.items ?? [];
  if (items.length === 0) return null;
  const answer = ({ activityId, shiftId, personId }: Mine, agree: boolean) =>
    act(
      volunteering.answerConsent,
      { communityId, activityId, shiftId, personId, agree },
      agree ? '已同意，孩子可以签到了。' : '已回复不同意。',
    );
  return (
    <>
      <Text className="heading">家人请您同意</Text>
      {items.map((one) => (
        <Card key={`${one.shiftId}${one.personId}`}>
          <Text className="block strong">
            {one.name} 想参加《{one.activity.title}》
          </Text>
          <Text className="block">{spanWords(one.shift, new Date())}</Text>
          <Row
            label="活动说明和风险"
            onTap={() =>
              open('volunteering', 'activity', { communityId, activityId: one.activityId, shiftId: one.shiftId })
            }
          />
          <View className="stack">
            <PrimaryButton label="我是监护人，同意参加" busy={busy} onTap={() => void answer(one, true)} />
            <PrimaryButton kind="plain" label="不同意" busy={busy} onTap={() => void answer(one, false)} />
          </View>
        </Card>
      ))}
    </>
  );
}
