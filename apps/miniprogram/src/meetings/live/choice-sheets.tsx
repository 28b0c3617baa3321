import { useState } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import type { Choice, Live, Side } from '@gongzhi/shared/meetings/model';
import { speakingRule } from '@gongzhi/shared/meetings/rule-sets';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import type { Act } from '../../kernel/use-act';
import { CHOICE_WORDS, SIDE_WORDS, speakingWords } from '../words';

interface SheetProps {
  live: Live;
  busy: boolean;
  act: Act;
  onClose: () => void;
}
const at = ({ communityId, meetingId }: Live) => ({ communityId, meetingId });

/** For or against: the rule takes them in turn. */
export function AskSheet({ live, busy, act, onClose }: SheetProps) {
  const [side, setSide] = useState<Side>();
  const rule = speakingRule(live.speaking);
  const ask = async () => {
    if (side && (await act(meetings.askToSpeak, { ...at(live), side }, '已排上队，轮到您时会显示。'))) onClose();
  };
  return (
    <Sheet
      title="我要发言"
      words={`${speakingWords(rule)}规则来源：${rule.source}。`}
      onClose={onClose}
      confirm={{ label: '排队发言', busy, disabled: !side, onTap: () => void ask() }}
    >
      <Segmented
        label="我的立场"
        options={(['for', 'against'] as const).map((value) => ({ value, label: `我${SIDE_WORDS[value]}` }))}
        value={side}
        onChange={setSide}
      />
    </Sheet>
  );
}

/** A hand is raised once and seen by name: said before it is raised. */
export function HandSheet({ live, busy, act, onClose }: SheetProps) {
  const [choice, setChoice] = useState<Choice>();
  const { question } = live;
  if (!question) return null;
  const raise = async () => {
    if (choice && (await act(meetings.raiseHand, { ...at(live), n: question.n, choice }, '已举手。'))) onClose();
  };
  return (
    <Sheet
      title="举手表决"
      words={`${question.text}（记名表决，举手后不能更改）`}
      onClose={onClose}
      confirm={{ label: '举手', busy, disabled: !choice, onTap: () => void raise() }}
    >
      <Segmented
        label="我的选择"
        options={(['for', 'against', 'abstain'] as const).map((value) => ({ value, label: CHOICE_WORDS[value] }))}
        value={choice}
        onChange={setChoice}
      />
    </Sheet>
  );
}
