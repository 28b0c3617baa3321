import { Text } from '@tarojs/components';
import { useState } from 'react';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { procedures } from '@gongzhi/shared/procedures/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { Timeline } from '../../kernel/ui/timeline';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { numberWords } from '../words';
import { changesIn, keyOf, numberRows, ruleWords, type NumberRow } from './model';

type Rules = Output<typeof procedures.readRules>;
type Typed = Readonly<Record<string, string>>;
interface NumberProps {
  row: NumberRow;
  typed: Typed;
  change: ((key: string, value: string) => void) | undefined;
}

function OneNumber({ row, typed, change }: NumberProps) {
  const key = keyOf(row);
  const value = typed[key] ?? String(row.number);
  if (!change)
    return (
      <>
        <Row label={row.name} value={numberWords(row.number, row.rule.unit)} />
        <Text className="block small">{ruleWords(row)}</Text>
      </>
    );
  if (row.rule.unit === 'asked')
    return (
      <Segmented
        label={row.name}
        options={[
          { value: '1', label: `${row.name}：要` },
          { value: '0', label: '不要求' },
        ]}
        value={value}
        onChange={(next) => change(key, next)}
      />
    );
  const hint = `${row.rule.unit === 'working' ? '工作日' : '天'}；${ruleWords(row)}`;
  return <Field label={row.name} type="number" value={value} hint={hint} onChange={(next) => change(key, next)} />;
}

function Versions({ communityId, version }: { communityId: string; version: number }) {
  const { loaded, reload } = usePages(`rules ${version}`, () => call(procedures.listRules, { communityId }));
  return (
    <>
      <Text className="heading">改过几次</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有改过，按各程序的通常期限执行。' }}
      >
        {({ items }) => (
          <Card>
            <Timeline moments={items.map((one) => ({ key: String(one.version), at: one.at, words: one.source }))} />
          </Card>
        )}
      </ListState>
    </>
  );
}

/** What the chair types, until it is saved. */
const useEditing = (rules: Rules, communityId: string, reload: () => void) => {
  const [on, setOn] = useState(false);
  const [typed, setTyped] = useState<Typed>({});
  const [source, setSource] = useState('');
  const { busy, act } = useAct(reload);
  const groups = numberRows(rules.own);
  const rows = groups.flatMap((group) => group.rows);
  const { own, wrong } = changesIn(rows, typed);
  const save = async () => {
    if (!(await act(procedures.adoptRules, { communityId, own, source }, '已保存，新发起的事按新期限办。'))) return;
    setOn(false);
    setTyped({});
  };
  const change = (key: string, value: string) => setTyped((was) => ({ ...was, [key]: value }));
  const ready = own.length > 0 && !wrong && source.trim() !== '';
  return { on, setOn, typed, source, setSource, busy, groups, wrong, ready, save, change };
};
type Editing = ReturnType<typeof useEditing>;

const frameOf = ({ on, setOn, busy, wrong, ready, save }: Editing, chair: boolean) => {
  if (!chair) return {};
  if (!on) return { primary: { label: '修改期限', kind: 'plain' as const, onTap: () => setOn(true) } };
  return {
    primary: { label: '保存并公开', busy, disabled: !ready, onTap: () => void save() },
    why: wrong ? '期限要填整数。' : '写明依据后保存；已经开始的事仍按原来的期限办。',
  };
};
const sinceWords = ({ at, source }: Rules): string =>
  at && source ? `${timeInWords(at)}起执行：${source}` : '社区还没有自己定期限，按各程序的通常期限执行。';

function Numbers({ rules, communityId, reload }: { rules: Rules; communityId: string; reload: () => void }) {
  const chair = useRolesIn(communityId).includes('chair');
  const editing = useEditing(rules, communityId, reload);
  const { on, typed, source, setSource, groups, change } = editing;
  return (
    <Page title="程序期限" {...frameOf(editing, chair)}>
      <Banner tone="note" words={sinceWords(rules)} />
      {on ? <Field label="依据" value={source} hint="例如：2026年3月居民会议通过" onChange={setSource} /> : null}
      {groups.map(({ procedureId, name, rows }) => (
        <Card key={procedureId}>
          <Text className="block strong">{name}</Text>
          {rows.map((row) => (
            <OneNumber key={keyOf(row)} row={row} typed={typed} change={on ? change : undefined} />
          ))}
        </Card>
      ))}
      <Versions communityId={communityId} version={rules.version} />
    </Page>
  );
}

/** The numbers of every procedure as they hold here, where each comes from; the chair sets what the community decided. */
export default function RulesPage() {
  const { communityId } = useParams('procedures', 'rules');
  const { loaded, reload } = useLoaded(communityId, () => call(procedures.readRules, { communityId }));
  if (loaded.value) return <Numbers rules={loaded.value} communityId={communityId} reload={reload} />;
  return (
    <Page title="程序期限">
      <ListState loaded={loaded} retry={reload}>
        {() => null}
      </ListState>
    </Page>
  );
}
