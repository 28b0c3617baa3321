import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Service } from '@gongzhi/shared/kernel/satisfaction-result';
import type { DutyItem, Indicator } from '@gongzhi/shared/scorecards/model';
import { Field } from '../../kernel/ui/field';
import { PickOne } from '../../kernel/ui/pick-one';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { SERVICE_WORDS, SOURCE_WORDS } from '../words';
import { sourcesOf, weightOf, withSource } from './model';

const SERVICE_OPTIONS = Service.options.map((value) => ({ value, label: SERVICE_WORDS[value] }));

interface DutyProps {
  duties: readonly DutyItem[];
  dutyItemId: string;
  onPick: (dutyItemId: string) => void;
}
/** Which duty an indicator cites: only those of the list can be picked. */
function Duty({ duties, dutyItemId, onPick }: DutyProps) {
  const duty = duties.find(({ itemId }) => itemId === dutyItemId);
  if (duty) return <Row label={`依据清单 ${duty.itemId}`} value={`${duty.title}，点这里换`} onTap={() => onPick('')} />;
  return (
    <PickOne
      label="依据清单里的哪一项"
      hint="不在清单里的，不能考核社区"
      all={duties.map(({ itemId, title }) => ({ id: itemId, label: `${itemId} ${title}` }))}
      onPick={({ id }) => onPick(id)}
    />
  );
}

interface IndicatorSheetProps {
  indicator: Indicator;
  /** Whose scheme it is; the community's has none. */
  service?: Service | undefined;
  duties: readonly DutyItem[];
  onClose: () => void;
  onKeep: (indicator: Indicator) => void;
  onRemove: () => void;
}
/** One indicator, new or changed. What may not stand is told by the page, together with everything else. */
export function IndicatorSheet({ indicator, service, duties, onClose, onKeep, onRemove }: IndicatorSheetProps) {
  const [draft, type] = useState(indicator);
  const [weight, setWeight] = useState(indicator.weight === 0 ? '' : String(indicator.weight));
  const confirm = { label: '好了', onTap: () => onKeep({ ...draft, weight: weightOf(weight) }) };
  return (
    <Sheet title="一项指标" onClose={onClose} confirm={confirm}>
      <Field label="名称" hint="最多 20 个字" value={draft.title} onChange={(title) => type({ ...draft, title })} />
      <Field label="权重" hint="1000 份里占几份：500 是一半" type="number" value={weight} onChange={setWeight} />
      <Field
        label="为什么看这一项"
        hint="最多 60 个字"
        value={draft.reason}
        onChange={(reason) => type({ ...draft, reason })}
      />
      <Text className="block">数从哪里来</Text>
      <Segmented
        label="数从哪里来"
        options={sourcesOf(service).map((value) => ({ value, ...SOURCE_WORDS[value] }))}
        value={draft.source}
        onChange={(source) => type(withSource(draft, source, service))}
      />
      {draft.service && !service ? (
        <Segmented
          label="哪种服务"
          options={SERVICE_OPTIONS}
          value={draft.service}
          onChange={(one) => type({ ...draft, service: one })}
        />
      ) : null}
      <Duty duties={duties} dutyItemId={draft.dutyItemId} onPick={(dutyItemId) => type({ ...draft, dutyItemId })} />
      <PrimaryButton kind="plain" label="去掉这一项" onTap={onRemove} />
    </Sheet>
  );
}
