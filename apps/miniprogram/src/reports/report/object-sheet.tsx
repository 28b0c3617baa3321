import { useState } from 'react';
import { reports } from '@gongzhi/shared/reports/contract';
import type { Report } from '@gongzhi/shared/reports/model';
import { Field } from '../../kernel/ui/field';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { TextArea } from '../../kernel/ui/text-area';
import { useAct } from '../../kernel/use-act';
import { linesTyped } from './model';

const ALONG = [
  { value: 'yes', label: '一起写进去' },
  { value: 'no', label: '不写进去' },
] as const;
const MOST = 100;

/** The member says which lines are wrong, and why. */
export function ObjectSheet(props: { communityId: string; report: Report; onClose: () => void; done: () => void }) {
  const { communityId, report, onClose, done } = props;
  const { busy, act } = useAct(done);
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [along, setAlong] = useState<'yes' | 'no'>('yes');
  const lines = linesTyped(typed, report);
  const send = async () => {
    const input = { communityId, period: report.period, lines: lines ?? [], words, goesAlong: along === 'yes' };
    if (await act(reports.objectReport, input, '已提交，支部书记答复以前报告不会发出。')) onClose();
  };
  return (
    <Sheet
      title="提异议"
      words="支部书记会看到并答复。时长记错的，也可以在“我的志愿时长”里申请更正。"
      onClose={onClose}
      confirm={{ label: '提交异议', busy, disabled: !lines || words.trim() === '', onTap: () => void send() }}
    >
      <Field
        label="第几条"
        value={typed}
        onChange={setTyped}
        hint="例如 2、5"
        error={typed.trim() !== '' && !lines ? '请填报告里有的序号' : undefined}
      />
      <TextArea label="哪里不对" value={words} max={MOST} onChange={setWords} />
      <Segmented label="如果支部不改，异议要不要写进报告" options={ALONG} value={along} onChange={setAlong} />
    </Sheet>
  );
}
