import { Text } from '@tarojs/components';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { TimesFields } from '../times-fields';
import { missingWords } from './model';
import { PlanFields } from './plan-fields';
import { RiskFields } from './risk-fields';
import { useWrite } from './use-write';

/** Writing an activity with its first shifts, or changing what it says. */
export default function Write() {
  const asked = useParams('volunteering', 'write');
  const { draft, change, startOver, restored, ...rest } = useWrite(asked);
  const { times, changeTimes, busy, failure, faults, written, submit } = rest;
  const changes = asked.activityId !== undefined;
  const [title, label] = changes ? ['修改活动', '保存并通知'] : ['发起活动', '提交社区审核'];
  if (!draft) return <Page title={title}>{null}</Page>;
  const missing = missingWords(draft);
  return (
    <Page title={title} why={missing} primary={{ label, busy, disabled: missing !== undefined, onTap: submit }}>
      {written ? null : (
        <>
          {restored ? (
            <Banner tone="note" title="草稿" words="上次没写完的内容还在。写的时候会自动保存在这部手机上。">
              <PrimaryButton kind="plain" label="不要草稿，从头写" onTap={startOver} />
            </Banner>
          ) : null}
          <PlanFields draft={draft} change={change} faults={faults} />
          <RiskFields draft={draft} change={change} faults={faults} />
        </>
      )}
      {changes ? null : (
        <>
          <Text className="heading">班次</Text>
          <TimesFields draft={times} change={changeTimes} recurs />
        </>
      )}
      {failure ? <Banner tone="danger" title="还没有完成" words={failure} /> : null}
    </Page>
  );
}
