import { Picker, Text } from '@tarojs/components';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { VOLUNTEERING } from '@gongzhi/shared/volunteering/rule-sets';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { YES_NO } from './model';
import type { FieldsProps } from './plan-fields';

/** What may happen is told before anybody signs up, and a risky activity is insured before it takes people. */
export function RiskFields({ draft, change, faults }: FieldsProps) {
  return (
    <>
      <Text className="heading">可能有人身危险吗</Text>
      <Text className="block small">
        比如登高、用电、交通疏导。有危险的，要告诉志愿者并买保险。依据：{VOLUNTEERING.risk.source}。
      </Text>
      <Segmented
        label="可能有人身危险吗"
        options={YES_NO}
        value={draft.risky ? 'yes' : 'no'}
        onChange={(value) => change({ risky: value === 'yes' })}
      />
      <TextArea
        label="风险提示"
        value={draft.risk}
        max={300}
        hint={draft.risky ? '报名前要先看这段话' : '没有就不填'}
        error={faults['risk']}
        onChange={(risk) => change({ risk })}
      />
      {draft.risky ? (
        <>
          <Field
            label="保险公司"
            value={draft.insurer}
            hint="还没买可以先不填，填了才能发布"
            error={faults['insurance.insurer']}
            onChange={(insurer) => change({ insurer })}
          />
          <Field
            label="保单号"
            value={draft.policy}
            error={faults['insurance.policy']}
            onChange={(policy) => change({ policy })}
          />
          <Card>
            <Picker mode="date" value={draft.until} onChange={({ detail }) => change({ until: detail.value })}>
              <Row
                picks
                label="保险的最后一天"
                value={draft.until ? dateInWords(`${draft.until}T00:00:00.000+08:00`) : '请选择'}
              />
            </Picker>
            {faults['insurance.until'] ? (
              <Text className="block field-error">⚠ {faults['insurance.until']}</Text>
            ) : null}
          </Card>
        </>
      ) : null}
    </>
  );
}
