import { Text } from '@tarojs/components';
import { useState } from 'react';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { reports } from '@gongzhi/shared/reports/contract';
import type { Criterion, Ref, Side } from '@gongzhi/shared/reports/evaluation-model';
import type { RecordLine } from '@gongzhi/shared/reports/model';
import { MOST_REFS } from '@gongzhi/shared/reports/rule-sets';
import { Card } from '../../kernel/ui/card';
import { PickOne } from '../../kernel/ui/pick-one';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { useAct } from '../../kernel/use-act';
import { minutesWords } from '../../kernel/minutes-words';
import { markFault, refWords, saidOf, type Draft } from './model';

type Asked = (typeof Criterion)['_zod']['output'];
interface Props {
  ids: { communityId: string; memberId: string; period: string };
  side: Side;
  criteria: readonly Asked[];
  before?: Draft;
  /** Services that may be pointed at; none where the side does not see the record. */
  lines?: readonly RecordLine[];
  done: () => void;
}

function PickLine(props: { lines: readonly RecordLine[]; onPick: (ref: Ref) => void; onClose: () => void }) {
  const { lines, onPick, onClose } = props;
  const all = lines
    .filter(({ state }) => state === 'stands')
    .map(({ entryId, from, title, minutes }) => ({
      ...{ id: entryId, entryId, from, label: title || '志愿服务' },
      note: `${dateInWords(from)}，${minutesWords(minutes)}`,
    }));
  return (
    <Sheet title="引用哪一次服务" onClose={onClose}>
      <PickOne
        label="服务"
        hint="输入名称的一部分"
        all={all}
        onPick={({ from, entryId }) => onPick({ from, entryId })}
      />
    </Sheet>
  );
}

/** One side’s words, criterion by criterion. */
export function SideForm({ ids, side, criteria, before = {}, lines = [], done }: Props) {
  const [draft, setDraft] = useState<Draft>(before);
  const [picking, setPicking] = useState<string>();
  const { busy, act } = useAct(done);
  const of = (criterionId: string) => draft[criterionId] ?? { words: '', refs: [] };
  const write = (criterionId: string, part: Partial<Draft[string]>) =>
    setDraft((old) => ({ ...old, [criterionId]: { ...(old[criterionId] ?? { words: '', refs: [] }), ...part } }));
  const said = saidOf(criteria, draft);
  const wrong = said.some(({ words }) => markFault(words) !== undefined);
  const pick = (ref: Ref) => {
    if (picking) write(picking, { refs: [...of(picking).refs, ref].slice(-MOST_REFS) });
    setPicking(undefined);
  };
  return (
    <Card>
      {criteria.map(({ criterionId, title, asks }) => (
        <TextArea
          key={criterionId}
          label={title}
          hint={[asks, refWords(of(criterionId).refs)].filter(Boolean).join('')}
          value={of(criterionId).words}
          max={200}
          error={markFault(of(criterionId).words)}
          onChange={(words) => write(criterionId, { words })}
        />
      ))}
      {lines.length > 0
        ? criteria.map(({ criterionId, title }) => (
            <PrimaryButton
              key={criterionId}
              kind="plain"
              label={`给“${title}”引用一次服务`}
              onTap={() => setPicking(criterionId)}
            />
          ))
        : null}
      <Text className="block small">只写事实和看法。不打分、不排名、不下结论。</Text>
      <PrimaryButton
        label="提交评议"
        busy={busy}
        disabled={said.length === 0 || wrong}
        onTap={() => void act(reports.answerEvaluation, { ...ids, side, said }, '已提交，本人会看到。')}
      />
      {picking ? <PickLine lines={lines} onPick={pick} onClose={() => setPicking(undefined)} /> : null}
    </Card>
  );
}
