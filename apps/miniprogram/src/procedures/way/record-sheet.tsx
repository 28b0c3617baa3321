import { Picker } from '@tarojs/components';
import { useState } from 'react';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { Field } from '../../kernel/ui/field';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';

export interface Step {
  heldOn: string;
  place: string;
  entitled: number;
  present: number;
  agreed: number;
  note?: string;
}
interface RecordSheetProps {
  name: string;
  busy: boolean;
  onConfirm: (step: Step) => Promise<boolean>;
  onClose: () => void;
}

const whole = (typed: string) => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN);

/** The figures of a step that was held on the spot: the day, the place, how many should have come, came, and agreed. */
export function RecordSheet({ name, busy, onConfirm, onClose }: RecordSheetProps) {
  const today = dayInChina(new Date());
  const [heldOn, setHeldOn] = useState(today);
  const [place, setPlace] = useState('');
  const [entitled, setEntitled] = useState('');
  const [present, setPresent] = useState('');
  const [agreed, setAgreed] = useState('');
  const [note, setNote] = useState('');
  const heads = { entitled: whole(entitled), present: whole(present), agreed: whole(agreed) };
  const ready = place.trim() !== '' && Object.values(heads).every(Number.isInteger);
  const confirm = async () => {
    if (await onConfirm({ heldOn, place, ...heads, ...(note.trim() ? { note } : {}) })) onClose();
  };
  return (
    <Sheet
      title={`记录“${name}”`}
      words="按会议实际情况填写，填好后所有人都能看到。填错了可以更正，原来的记录保留。"
      onClose={onClose}
      confirm={{ label: '记下来', busy, disabled: !ready, onTap: () => void confirm() }}
    >
      <Picker mode="date" value={heldOn} end={today} onChange={({ detail }) => setHeldOn(detail.value)}>
        <Row picks label="召开日期" value={heldOn} />
      </Picker>
      <Field label="地点" value={place} onChange={setPlace} />
      <Field label="应到人数" type="number" value={entitled} onChange={setEntitled} />
      <Field label="实到人数" type="number" value={present} onChange={setPresent} />
      <Field label="同意人数" type="number" value={agreed} onChange={setAgreed} />
      <TextArea label="意见（可不填）" value={note} max={300} onChange={setNote} />
    </Sheet>
  );
}
