import { Text } from '@tarojs/components';
import { hours } from '@gongzhi/shared/hours/contract';
import { TRACKS } from '@gongzhi/shared/kernel/hour-grades';
import { back, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { Page } from '../../kernel/ui/page';
import { useAct } from '../../kernel/use-act';
import { useDraft } from '../../kernel/use-draft';
import { MinutesField, TIME_WRONG } from '../minutes-field';
import { minutesTyped } from '../words';

/** Honorary minutes for somebody who served in a shift: asked for here, decided by another person. */
export default function Honorary() {
  const { name, ...ids } = useParams('hours', 'honorary');
  const what = `honorary ${ids.shiftId} ${ids.volunteerId}`;
  const { draft, change, clear } = useDraft(what, { hours: '', minutes: '', why: '' });
  const { why, ...typed } = draft;
  const { busy, act } = useAct(() => undefined);
  const minutes = minutesTyped(typed.hours, typed.minutes);
  const ask = async () => {
    const asked = { ...ids, minutes: minutes ?? 0, why };
    if (!(await act(hours.askHonorary, asked, '已提交，要由另一位组织者或社区工作者批准。'))) return;
    clear();
    back();
  };
  return (
    <Page
      title="补记荣誉时长"
      primary={{ label: '提交', busy, disabled: !minutes || why.trim() === '', onTap: () => void ask() }}
    >
      <Card>
        <Text className="block strong">{name ?? '志愿者'}</Text>
        <Text className="block small">{TRACKS.honorary.hint}</Text>
        <MinutesField typed={typed} onChange={change} error={minutes === undefined ? TIME_WRONG : undefined} />
        <Field
          label="为什么补记"
          value={why}
          onChange={(next) => change({ why: next })}
          hint="例如：手机没电，没有扫码"
        />
      </Card>
    </Page>
  );
}
