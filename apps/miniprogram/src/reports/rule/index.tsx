import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { reports } from '@gongzhi/shared/reports/contract';
import { REPORT_SOURCES, type ReportRule } from '@gongzhi/shared/reports/rule-sets';
import { call } from '../../kernel/call';
import { useDidShow } from '@tarojs/taro';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { daysTyped, EVERY, ruleRows, sourceWords, UNIT_SIDE } from './model';

function RuleForm({ communityId, rule, done }: { communityId: string; rule: ReportRule; done: () => void }) {
  const [draft, setDraft] = useState(rule);
  const [days, setDays] = useState(String(rule.objectionDays));
  const { busy, act } = useAct(done);
  const objectionDays = daysTyped(days);
  const save = () =>
    objectionDays &&
    void act(reports.changeRule, { communityId, ...draft, objectionDays }, '已保存，以后做的报告按这个来。');
  return (
    <Card>
      <Segmented
        label="多久做一次报告"
        options={EVERY}
        value={draft.every}
        onChange={(every) => setDraft((old) => ({ ...old, every }))}
      />
      <Text className="block small">{sourceWords(REPORT_SOURCES.every)}</Text>
      <Field
        label="本人看后几天内可以提异议"
        value={days}
        onChange={setDays}
        hint={sourceWords(REPORT_SOURCES.objectionDays)}
        error={objectionDays ? undefined : '请填 3 到 60 之间的整数'}
      />
      <Segmented
        label="评议要不要请单位写"
        options={UNIT_SIDE}
        value={draft.unitSide ? 'yes' : 'no'}
        onChange={(value) => setDraft((old) => ({ ...old, unitSide: value === 'yes' }))}
      />
      <Text className="block small">{sourceWords(REPORT_SOURCES.unitSide)}</Text>
      <PrimaryButton label="保存规则" busy={busy} disabled={!objectionDays} onTap={save} />
    </Card>
  );
}

/** The rule for those who do not change it. */
function RuleCard({ rule }: { rule: ReportRule }) {
  return (
    <Card>
      {ruleRows(rule).map(({ label, value, source }) => (
        <View key={label}>
          <Row label={label} value={value} />
          <Text className="block small">{source}</Text>
        </View>
      ))}
    </Card>
  );
}

/** How reports are made here, and the criteria of evaluations, each with where it comes from. */
export default function RulePage() {
  const { communityId } = useParams('reports', 'rule');
  const worker = useRolesIn(communityId).includes('worker');
  const rule = useLoaded(communityId, () => call(reports.readRule, { communityId }));
  const criteria = useLoaded(communityId, () => call(reports.readCriteria, { communityId }));
  useDidShow(criteria.reload);
  return (
    <Page title="报告和评议的规则">
      <ListState loaded={rule.loaded} retry={rule.reload}>
        {(one) =>
          worker ? <RuleForm communityId={communityId} rule={one} done={rule.reload} /> : <RuleCard rule={one} />
        }
      </ListState>
      <Text className="heading">评议的标准</Text>
      <ListState loaded={criteria.loaded} retry={criteria.reload}>
        {(one) => (
          <Card>
            {one.items.map(({ criterionId, title, asks }) => (
              <Text key={criterionId} className="block">{`${title}：${asks}`}</Text>
            ))}
            <Text className="block small">{sourceWords(one)}</Text>
            {worker ? <Row label="修改评议的标准" onTap={() => open('reports', 'criteria', { communityId })} /> : null}
          </Card>
        )}
      </ListState>
    </Page>
  );
}
