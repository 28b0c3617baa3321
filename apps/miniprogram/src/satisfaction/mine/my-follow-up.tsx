import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { BACK, type CallBack, type MyFollowUp } from '@gongzhi/shared/satisfaction/model';
import { Segmented } from '../../kernel/ui/segmented';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { mineWords } from '../follow-up-words';
import { Turns } from '../turns';

type Back = keyof typeof BACK;
const BACKS = Object.entries(BACK).map(([value, label]) => ({ value: value as Back, label }));

interface Props {
  communityId: string;
  followUp: MyFollowUp;
  done: () => void;
}
/** Accept what was done, or say why not. */
function Decide({ communityId, followUp, done }: Props) {
  const { busy, act } = useAct(done);
  const [why, setWhy] = useState<Back>();
  const [asks, setAsks] = useState(false);
  const say = (says: CallBack, words: string) =>
    void act(satisfaction.callBack, { communityId, ticket: followUp.ticket, says }, words);
  if (!asks)
    return (
      <View className="stack">
        <PrimaryButton label="认可" busy={busy} onTap={() => say({ verdict: 'accept' }, '已认可，谢谢您。')} />
        <PrimaryButton kind="plain" label="不认可，退回" busy={busy} onTap={() => setAsks(true)} />
      </View>
    );
  const send = () => why && say({ verdict: 'sendBack', why }, '已退回，社区会重新办理。');
  return (
    <View className="stack">
      <Segmented label="为什么退回" options={BACKS} value={why} onChange={setWhy} />
      <PrimaryButton label="退回" busy={busy} disabled={why === undefined} onTap={send} />
    </View>
  );
}

/** What came of one's own low answer, and the call-back. */
export function MyFollowUpCard(props: Props) {
  const { followUp } = props;
  return (
    <>
      <Text className="block">{mineWords(followUp)}</Text>
      <Turns turns={followUp.turns} />
      {followUp.state === 'answered' ? <Decide {...props} /> : null}
    </>
  );
}
