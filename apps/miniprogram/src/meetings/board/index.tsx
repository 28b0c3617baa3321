import { useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import type { Live } from '@gongzhi/shared/meetings/model';
import { useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Banner } from '../../kernel/ui/banner';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Sheet } from '../../kernel/ui/sheet';
import { AgendaCard } from '../agenda-card';
import { QuestionCard, QueueCard, SpeechCard } from '../floor-cards';
import { QuorumCard } from '../quorum-card';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct, type Act } from '../../kernel/use-act';
import { useLive, type At } from '../use-live';
import { OUTCOME_WORDS } from '../words';
import { AttendanceSheet, RegisterSheet } from './attendance';
import { CodeCard } from './code-card';
import { STEP_WORDS, nextItem, stepOf, whyNot, type Step } from './model';
import { Tools, type Tool } from './tools';

/** Each step as the command it is. */
const stepsOf = (at: At, act: Act, live: Live | undefined): Record<Step, () => Promise<boolean>> => ({
  doors: () => act(meetings.openDoors, at, ({ base, needed }) => `应到 ${base} 人，满 ${needed} 人有效。`),
  start: () => act(meetings.startMeeting, at, '已宣布开会。'),
  item: () => act(meetings.openItem, { ...at, n: (live && nextItem(live)) ?? 1 }, '已开始审议。'),
  next: () => act(meetings.callNext, at, '已请下一位发言。'),
  endSpeech: () => act(meetings.endSpeech, at, '发言已记入纪要。'),
  closeQuestion: () =>
    act(
      meetings.closeQuestion,
      { ...at, n: live?.question?.n ?? 1 },
      ({ outcome, hands }) =>
        `${OUTCOME_WORDS[outcome]}：赞成 ${hands.for}，反对 ${hands.against}，弃权 ${hands.abstain}。`,
    ),
  closeItem: () => act(meetings.closeItem, at, '这件事已审议。'),
  end: () => act(meetings.endMeeting, at, '已散会，纪要可以查看了。'),
});

function Sheets({
  tool,
  at,
  busy,
  act,
  onClose,
}: {
  tool: Tool | undefined;
  at: At;
  busy: boolean;
  act: Act;
  onClose: () => void;
}) {
  const common = { at, busy, act, onClose };
  if (tool === 'register') return <RegisterSheet {...common} />;
  if (tool === 'attendance') return <AttendanceSheet {...common} />;
  if (tool === 'code')
    return (
      <Sheet title="签到码" onClose={onClose}>
        <CodeCard at={at} />
      </Sheet>
    );
  if (tool === 'question')
    return (
      <TextSheet
        title="举手表决"
        words="写成能答“赞成”或“反对”的一句话。在场应到会的人一人一票，记名。"
        label="表决的问题"
        max={60}
        confirm="提付表决"
        busy={busy}
        onConfirm={(text) => act(meetings.putQuestion, { ...at, text }, '大家可以举手了。')}
        onClose={onClose}
      />
    );
  if (tool !== 'cancel') return null;
  return (
    <TextSheet
      title="取消会议"
      words="会通知所有受邀的人。"
      label="取消的原因"
      max={60}
      confirm="取消会议"
      busy={busy}
      onConfirm={(reason) => act(meetings.cancelMeeting, { ...at, reason }, '已取消并通知。')}
      onClose={onClose}
    />
  );
}

export default function Board() {
  const at = useParams('meetings', 'board');
  const { loaded, refresh, heardAt } = useLive(at);
  const { busy, act } = useAct(refresh);
  const { personId } = usePresence();
  const [tool, setTool] = useState<Tool>();
  const live = loaded.value;
  const steps = stepsOf(at, act, live);
  const step = live && stepOf(live);
  const why = live && whyNot(live);
  const pick = (picked: Tool) => {
    if (picked === 'extend') void act(meetings.extendSpeech, at, '已延长。');
    else if (picked === 'closeItem' || picked === 'end') void steps[picked]();
    else setTool(picked);
  };
  const primary = step
    ? { primary: { label: STEP_WORDS[step], busy, disabled: why !== undefined, onTap: () => void steps[step]() }, why }
    : {};
  return (
    <Page title="主持会议" {...primary}>
      <ListState loaded={loaded} retry={refresh}>
        {(value) => (
          <>
            {value.status === 'ended' ? <Banner tone="ok" words="会议已散会，请到会的人确认纪要。" /> : null}
            {value.status === 'gathering' ? <CodeCard at={at} /> : null}
            {value.status === 'gathering' || value.status === 'open' ? <QuorumCard live={value} /> : null}
            <QuestionCard live={value} />
            <SpeechCard live={value} heardAt={heardAt} />
            <QueueCard live={value} personId={personId} />
            <AgendaCard live={value} />
            <Tools live={value} pick={pick} />
            <Sheets tool={tool} at={at} busy={busy} act={act} onClose={() => setTool(undefined)} />
          </>
        )}
      </ListState>
    </Page>
  );
}
