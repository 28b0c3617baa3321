import { useState } from 'react';
import { reports } from '@gongzhi/shared/reports/contract';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { useAct } from '../../kernel/use-act';

const VERDICTS = [
  { value: 'leftOut', label: '拿掉这几条', note: '重做报告' },
  { value: 'again', label: '时长已更正', note: '按现在的重做' },
  { value: 'kept', label: '保持原样', note: '说明理由' },
] as const;
type Verdict = (typeof VERDICTS)[number]['value'];
const MOST = 100;

/** The secretary’s answer to an objection. */
export function AnswerSheet(props: {
  ids: { communityId: string; memberId: string; period: string };
  onClose: () => void;
  done: () => void;
}) {
  const { ids, onClose, done } = props;
  const { busy, act } = useAct(done);
  const [verdict, setVerdict] = useState<Verdict>();
  const [words, setWords] = useState('');
  const send = async () => {
    if (!verdict) return;
    if (await act(reports.answerReport, { ...ids, verdict, words }, '已答复，本人会看到。')) onClose();
  };
  return (
    <Sheet
      title="答复异议"
      words="本人会看到您的答复。重做的报告要本人再看一次。"
      onClose={onClose}
      confirm={{ label: '提交答复', busy, disabled: !verdict || words.trim() === '', onTap: () => void send() }}
    >
      <Segmented label="怎样处理" options={VERDICTS} value={verdict} onChange={setVerdict} />
      <TextArea label="理由" value={words} max={MOST} onChange={setWords} />
    </Sheet>
  );
}
