import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { isNamed, type Asked, type Due } from '@gongzhi/shared/kernel/task';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import type { Task } from '@gongzhi/shared/resolutions/model';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { DueField } from '../../kernel/ui/due-field';
import { Field } from '../../kernel/ui/field';
import { OwnerField } from '../../kernel/ui/owner-field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';

const STATES = [
  { value: 'doing', label: '进行中' },
  { value: 'blocked', label: '遇到困难' },
  { value: 'done', label: '已完成', note: '请大家验收' },
] as const;
type State = (typeof STATES)[number]['value'];
interface Props {
  communityId: string;
  task: Task;
  reload: () => void;
}
type Move = (work: () => Promise<Outcome<unknown>>, done: string) => Promise<void>;

const idsOf = ({ communityId, task }: Props) => ({ communityId, proposalId: task.proposalId, taskId: task.taskId });

function MoreTime({ props, busy, move, onClose }: { props: Props; busy: boolean; move: Move; onClose: () => void }) {
  const [due, setDue] = useState<Due>({ workingDays: 10 });
  const [reason, setReason] = useState('');
  const onTap = () =>
    void move(() => call(resolutions.extendTask, { ...idsOf(props), due, reason }), '已延期，理由已公开。');
  return (
    <Sheet
      title="申请延期"
      words="最初的期限会一直显示，理由大家都能看到。"
      onClose={onClose}
      confirm={{ label: '确定延期', busy, disabled: reason.trim() === '', onTap }}
    >
      <DueField due={due} onChange={setDue} />
      <Field label="延期理由" value={reason} onChange={setReason} />
    </Sheet>
  );
}

function OtherOwner({ props, busy, move, onClose }: { props: Props; busy: boolean; move: Move; onClose: () => void }) {
  const [owner, setOwner] = useState<Asked>({ outside: '' });
  const [reason, setReason] = useState('');
  const { communityId } = props;
  const members = (cursor?: string) => call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) });
  const onTap = () => void move(() => call(resolutions.reassignTask, { ...idsOf(props), owner, reason }), '已改派。');
  return (
    <Sheet
      title="改派给别人"
      onClose={onClose}
      confirm={{ label: '确定改派', busy, disabled: reason.trim() === '' || !isNamed(owner), onTap }}
    >
      <OwnerField members={members} owner={owner} onChange={setOwner} />
      <Field label="改派理由" value={reason} onChange={setReason} />
    </Sheet>
  );
}

/** For whoever does the task: how far it is with one tap, more time, another owner. No photograph is asked for. */
export function WorkCard({ reassign, ...props }: Props & { reassign: boolean }) {
  const [state, setState] = useState<State>('doing');
  const [note, setNote] = useState('');
  const [sheet, setSheet] = useState<'time' | 'owner'>();
  const [busy, setBusy] = useState(false);
  const move: Move = async (work, done) => {
    setBusy(true);
    const outcome = await work();
    setBusy(false);
    toast(outcome.ok ? done : outcome.says);
    if (outcome.ok) {
      setSheet(undefined);
      setNote('');
    }
    props.reload();
  };
  const progress = () =>
    void move(
      () => call(resolutions.progressTask, { ...idsOf(props), state, ...(note.trim() ? { note } : {}) }),
      state === 'done' ? '已报完成，已请有关居民验收。' : '进展已更新。',
    );
  const close = () => setSheet(undefined);
  return (
    <Card>
      <Text className="block strong">更新进展</Text>
      <Segmented label="办到哪一步" options={STATES} value={state} onChange={setState} />
      <Field label="说明（可不填，不需要照片）" value={note} onChange={setNote} />
      <View className="stack">
        <PrimaryButton label="更新进展" busy={busy} onTap={progress} />
        <PrimaryButton kind="plain" label="申请延期" onTap={() => setSheet('time')} />
        {reassign ? <PrimaryButton kind="plain" label="改派给别人" onTap={() => setSheet('owner')} /> : null}
      </View>
      {sheet === 'time' ? <MoreTime props={props} busy={busy} move={move} onClose={close} /> : null}
      {sheet === 'owner' ? <OtherOwner props={props} busy={busy} move={move} onClose={close} /> : null}
    </Card>
  );
}
