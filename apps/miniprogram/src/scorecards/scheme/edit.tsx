import { Text } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import type { DutyItem, Indicator } from '@gongzhi/shared/scorecards/model';
import { quarterWords } from '@gongzhi/shared/scorecards/quarters';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { SOURCE_WORDS, serviceIn, weightWords, type Subject } from '../words';
import { IndicatorSheet } from './indicator-sheet';
import { nextIndicator, sinceWords, sortFaults, whyNot, withIndicator, withoutIndicator } from './model';

function Head({ one, faults, onEdit }: { one: Indicator; faults: readonly string[]; onEdit: () => void }) {
  return (
    <Card onTap={onEdit} label={`修改${one.title}`}>
      <Text className="block strong">
        {one.title || '没有写名称的指标'}，{weightWords(one.weight)}
      </Text>
      <Text className="block small">{SOURCE_WORDS[one.source].label}</Text>
      {faults.map((words) => (
        <Text key={words} className="block field-error">
          ⚠ {words}
        </Text>
      ))}
    </Card>
  );
}

interface EditProps {
  streetId: string;
  subject: Subject;
  read: Output<typeof scorecards.readScheme>;
  duties: readonly DutyItem[];
  reload: () => void;
  rules: ReactNode;
}
const keptOf = ({ now, later }: EditProps['read']): readonly Indicator[] => (later ?? now)?.indicators ?? [];

/** The scheme as the supervisor writes it: every fault is seen while writing, and nothing with a fault is saved. */
export function Edit({ streetId, subject, read, duties, reload, rules }: EditProps) {
  const of = serviceIn(subject);
  const [typed, type] = useState<Indicator[]>();
  const [editing, edit] = useState<Indicator>();
  const { busy, act } = useAct(reload);
  const all = typed ?? keptOf(read);
  const faults = sortFaults(all, duties, of.service);
  const why = whyNot(typed !== undefined, faults.any);
  const save = async () => {
    const said = ({ from }: Output<typeof scorecards.setScheme>) => `已保存，从${quarterWords(from)}起用。`;
    if (await act(scorecards.setScheme, { streetId, ...of, indicators: [...all] }, said)) type(undefined);
  };
  const change = (next: Indicator[]) => {
    type(next);
    edit(undefined);
  };
  return (
    <Page
      title="怎么考核"
      primary={{ label: '保存考核办法', busy, disabled: why !== undefined, onTap: () => void save() }}
      why={why}
    >
      {rules}
      <Text className="block small">{sinceWords(read)}</Text>
      {all.map((one) => (
        <Head key={one.indicatorId} one={one} faults={faults.of(one.indicatorId)} onEdit={() => edit(one)} />
      ))}
      <PrimaryButton kind="plain" label="添加一项指标" onTap={() => edit(nextIndicator(all, of.service))} />
      {typed && faults.whole.length > 0 ? (
        <Banner tone="waiting" title="还不能保存" words={`${faults.whole.join('；')}。`} />
      ) : null}
      {editing ? (
        <IndicatorSheet
          key={editing.indicatorId}
          indicator={editing}
          service={of.service}
          duties={duties}
          onClose={() => edit(undefined)}
          onKeep={(one) => change(withIndicator(all, one))}
          onRemove={() => change(withoutIndicator(all, editing.indicatorId))}
        />
      ) : null}
    </Page>
  );
}
