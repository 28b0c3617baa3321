import { View } from '@tarojs/components';
import type { Live } from '@gongzhi/shared/meetings/model';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { others } from './model';

export type Tool = 'question' | 'cancel' | 'register' | 'attendance' | 'code' | 'extend' | 'closeItem' | 'end';

/** What the chair may do besides the step that leads on. */
export function Tools({ live, pick }: { live: Live; pick: (tool: Tool) => void }) {
  const { communityId, meetingId, status } = live;
  const may = others(live);
  const buttons = (
    [
      ['question', '提一个问题举手表决', may.question],
      ['extend', '延长 1 分钟', may.extend],
      ['closeItem', '结束这个议题', may.closeItem],
      ['end', '提前散会', may.end],
    ] as const
  ).filter(([, , shown]) => shown);
  const gathers = status === 'gathering' || status === 'open';
  return (
    <>
      <View className="stack">
        {buttons.map(([tool, label]) => (
          <PrimaryButton key={tool} kind="plain" label={label} onTap={() => pick(tool)} />
        ))}
      </View>
      <Card>
        {status === 'open' ? <Row label="签到码" value="迟到的人签到" onTap={() => pick('code')} /> : null}
        {gathers ? <Row label="登记没有手机的人" onTap={() => pick('register')} /> : null}
        {gathers ? <Row label="到会的人" value="登记离场" onTap={() => pick('attendance')} /> : null}
        {status === 'called' ? (
          <Row label="更改时间、地点、议程" onTap={() => open('meetings', 'call', { communityId, meetingId })} />
        ) : null}
        {status === 'called' || status === 'gathering' ? <Row label="取消会议" onTap={() => pick('cancel')} /> : null}
        <Row label="会议纪要" onTap={() => open('meetings', 'minutes', { communityId, meetingId })} />
      </Card>
    </>
  );
}
