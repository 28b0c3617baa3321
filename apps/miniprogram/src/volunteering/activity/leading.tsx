import { Text } from '@tarojs/components';
import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import { open } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import { TextSheet } from '../../kernel/ui/text-sheet';
import type { Act } from '../../kernel/use-act';
import type { At } from './use-activity';

/** What whoever leads an activity may do about it. */
export function Leading({ at, whole, busy, act }: { at: At; whole: Whole; busy: boolean; act: Act }) {
  const [asked, setAsked] = useState(false);
  if (whole.status === 'cancelled' || whole.status === 'declined') return null;
  return (
    <>
      <Text className="heading">组织</Text>
      {whole.status === 'proposed' ? (
        <Banner tone="waiting" title="等社区审核" words="社区发布以后，大家才能看到和报名。请先排好班次。" />
      ) : null}
      <Card>
        <Row label="排班" value="加班次、改时间、取消班次" onTap={() => open('volunteering', 'shifts', at)} />
        <Row label="修改活动" onTap={() => open('volunteering', 'write', at)} />
        <Row label="取消整个活动" onTap={() => setAsked(true)} />
      </Card>
      {asked ? (
        <TextSheet
          title="取消整个活动"
          words="所有报名的人都会收到通知，取消以后不能恢复。"
          label="取消的原因"
          max={60}
          confirm="取消活动"
          busy={busy}
          onConfirm={(reason) => act(volunteering.cancelActivity, { ...at, reason }, '已取消，会通知报名的人。')}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
