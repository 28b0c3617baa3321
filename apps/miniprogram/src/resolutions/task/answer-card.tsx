import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import type { Task } from '@gongzhi/shared/resolutions/model';
import { send, type Sending } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import type { Can } from './model';

const DONE_WORDS = {
  open: '已记下，谢谢您。',
  accepted: '已验收，这项任务办结。',
  reopened: '已退回，重新办理。',
} as const;

interface Props {
  communityId: string;
  task: Task;
  reload: () => void;
}

/** Sends an answer; a reason the content check refuses is kept, and may be sent again for a person's judgement. */
const useAnswer = ({ communityId, task, reload }: Props) => {
  const [busy, setBusy] = useState(false);
  const [risky, setRisky] = useState<string>();
  const ids = { communityId, proposalId: task.proposalId, taskId: task.taskId };
  const told = (outcome: Sending<{ result: keyof typeof DONE_WORDS }>) => {
    setBusy(false);
    const refused = !outcome.ok && outcome.refused === 'TEXT_RISKY';
    setRisky(refused ? outcome.says : undefined);
    if (refused) return;
    toast(outcome.ok ? DONE_WORDS[outcome.value.result] : outcome.says);
    reload();
  };
  const accept = async () => {
    setBusy(true);
    told(await send(resolutions.answerResult, { ...ids, verdict: 'accept' }, `验收《${task.title}》`));
  };
  const sendBack = async (reason: string) => {
    setBusy(true);
    const said = { ...ids, verdict: 'sendBack' as const, reason, ...(risky ? { askReview: true } : {}) };
    told(await send(resolutions.answerResult, said, `退回《${task.title}》`));
  };
  const second = async () => {
    setBusy(true);
    told(await send(resolutions.secondSendBack, ids, `附议退回《${task.title}》`));
  };
  return { busy, risky, accept, sendBack, second };
};
type Answering = ReturnType<typeof useAnswer>;

function Reason({ answering, onClose }: { answering: Answering; onClose: () => void }) {
  const { busy, risky, sendBack } = answering;
  const [reason, setReason] = useState('');
  const onTap = () => void sendBack(reason);
  const label = risky ? '提交人工复核' : '确定退回';
  return (
    <Sheet
      title="退回的理由"
      words="大家都会看到这个理由。"
      onClose={onClose}
      confirm={{ label, kind: 'danger', busy, disabled: reason.trim() === '', onTap }}
    >
      {risky ? <Banner tone="danger" title="理由没有通过检查" words={risky} /> : null}
      <Field label="哪里没有办好" value={reason} onChange={setReason} />
    </Sheet>
  );
}

function Asked({ until, answering }: { until: string; answering: Answering }) {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <Text className="block strong">这项结果，您验收吗？</Text>
      <Text className="block small">
        请在{timeInWords(until)}
        前回答。提案人退回，或附议人退回够数，任务就重新办理；到期按回答的多数决定，没有人回答视为验收。
      </Text>
      <View className="stack">
        <PrimaryButton label="验收" busy={answering.busy} onTap={() => void answering.accept()} />
        <PrimaryButton kind="plain" label="退回，写明理由" onTap={() => setOpen(true)} />
      </View>
      {open ? <Reason answering={answering} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

/** Accept, or send back with a reason; for neighbours: second a sending back. */
export function AnswerCard({ can, ...props }: Props & { can: Can }) {
  const answering = useAnswer(props);
  if (can.answer) return <Asked until={props.task.answersUntil ?? ''} answering={answering} />;
  if (!can.second) return null;
  return (
    <Card>
      <Text className="block strong">您也觉得没有办好吗？</Text>
      <Text className="block small">有人退回了这项结果。您可以附议，附议够数也算数。</Text>
      <View className="stack">
        <PrimaryButton label="附议退回" busy={answering.busy} onTap={() => void answering.second()} />
      </View>
    </Card>
  );
}
