import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import type { Entry } from '@gongzhi/shared/hours/model';
import { call } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { Sheet } from '../../kernel/ui/sheet';
import { useDraft } from '../../kernel/use-draft';
import { MinutesField, TIME_WRONG } from '../minutes-field';
import { minutesWords } from '../../kernel/minutes-words';
import { minutesTyped, whenWords } from '../words';

interface Props {
  communityId: string;
  entry: Entry;
  onClose: () => void;
  done: () => void;
}

/** Sends the request; words the content check refuses are kept, and may be sent again for a person's judgement. */
const useAsking = ({ communityId, entry, onClose, done }: Props) => {
  const [busy, setBusy] = useState(false);
  const [risky, setRisky] = useState<string>();
  const ask = async (wanted: number, why: string): Promise<boolean> => {
    setBusy(true);
    const { entryId, from } = entry;
    const asked = { communityId, entryId, from, wanted, why, ...(risky ? { askReview: true } : {}) };
    const outcome = await call(hours.askCorrection, asked);
    setBusy(false);
    const refused = !outcome.ok && outcome.refused === 'TEXT_RISKY';
    setRisky(refused ? outcome.says : undefined);
    if (refused) return false;
    toast(outcome.ok ? '已提交，答复会显示在“更正和核对”里。' : outcome.says);
    if (outcome.ok) onClose();
    done();
    return outcome.ok;
  };
  return { busy, risky, ask };
};

/** A volunteer says what the minutes should be, and why. */
export function CorrectSheet(props: Props) {
  const { entry, onClose } = props;
  const { busy, risky, ask } = useAsking(props);
  const { draft, change, clear } = useDraft(`correction ${entry.entryId}`, { hours: '', minutes: '', why: '' });
  const { why, ...typed } = draft;
  const touched = typed.hours + typed.minutes !== '';
  const wanted = touched ? minutesTyped(typed.hours, typed.minutes) : undefined;
  const send = async () => {
    if (wanted !== undefined && (await ask(wanted, why))) clear();
  };
  return (
    <Sheet
      title="申请更正"
      words={`《${entry.title}》${whenWords(entry)}，现在记 ${minutesWords(entry.minutes)}。原来的一条会一直保留。`}
      onClose={onClose}
      confirm={{
        label: risky ? '提交人工复核' : '提交申请',
        busy,
        disabled: wanted === undefined || why.trim() === '',
        onTap: () => void send(),
      }}
    >
      {risky ? <Banner tone="danger" title="理由没有通过检查" words={risky} /> : null}
      <MinutesField typed={typed} onChange={change} error={touched && wanted === undefined ? TIME_WRONG : undefined} />
      <Field
        label="为什么"
        value={why}
        onChange={(next) => change({ why: next })}
        hint="例如：忘记签退，实际做到十一点"
      />
    </Sheet>
  );
}
