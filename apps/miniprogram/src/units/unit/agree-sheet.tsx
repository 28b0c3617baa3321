import { useState } from 'react';
import { units } from '@gongzhi/shared/units/contract';
import { DayField } from '../day-field';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { useAct } from '../../kernel/use-act';
import { EMPTY, missingWords, type Draft } from './model';

/** Records an agreement that was signed on paper. */
export function AgreeSheet({ at, done }: { at: { communityId: string; unitId: string }; done: () => void }) {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const { busy, act } = useAct(() => undefined);
  const save = async () => {
    if (await act(units.addAgreement, { ...at, plan: draft }, '已登记，大家能看到。')) done();
  };
  const missing = missingWords(draft);
  return (
    <Sheet
      title="登记共建协议"
      words={missing ?? '协议在纸上签好以后再登记。原件由社区保存。'}
      onClose={done}
      confirm={{ label: '登记', busy, disabled: missing !== undefined, onTap: () => void save() }}
    >
      <TextArea label="协议内容" value={draft.about} max={300} onChange={(about) => setDraft({ ...draft, about })} />
      <DayField label="从哪一天起" value={draft.from} onChange={(from) => setDraft({ ...draft, from })} />
      <DayField label="到哪一天为止" value={draft.until} onChange={(until) => setDraft({ ...draft, until })} />
    </Sheet>
  );
}
