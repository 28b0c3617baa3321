import { Text } from '@tarojs/components';
import { useState } from 'react';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { Invitation } from '@gongzhi/shared/satisfaction/model';
import { isLow } from '@gongzhi/shared/satisfaction/rules';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Banner } from '../../kernel/ui/banner';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { ReadAloud } from '../../kernel/ui/read-aloud';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { askedAloud, byWords, untilWords } from '../words';
import { ByPhone } from './by-phone';
import { Fields } from './fields';
import { EMPTY, answerOf, missingOf } from './model';
import { useAnswer } from './use-answer';

const PROTECTED =
  '您的回答单独存放，不和您的名字、门牌放在一起。社区看不到邀请了谁、谁答过；少于 10 份回答不公布。答完不能改。';

/** Somebody asked for a good mark: the street hears of it, and nobody else. */
function Pressure({ communityId, asked }: { communityId: string; asked: Invitation }) {
  const { busy, act } = useAct(() => undefined);
  const { roundId, subject } = asked;
  const tell = () =>
    void act(satisfaction.tellPressure, { communityId, roundId, subject }, '已告诉街道，街道只看到次数，社区看不到。');
  return (
    <>
      <Text className="block small">如果有人让您打满意，可以只告诉街道，不影响您怎么答。</Text>
      <PrimaryButton kind="plain" label="有人要求我打满意" busy={busy} onTap={tell} />
    </>
  );
}

function Over({ asked, low }: { asked: Invitation; low: boolean }) {
  if (asked.state === 'expired') return <Banner tone="note" title="已过期" words="这份邀请已经过了作答的时间。" />;
  if (asked.by) return <Banner tone="note" title="已经答过" words={byWords(asked.by)} />;
  const words = low
    ? '谢谢您。社区会在 15 个工作日内答复，您可以在“我的评价”里看到，并说是否认可。'
    : '谢谢您。结果公布以后，大家都能看到。';
  return <Banner tone="ok" title="已经答过" words={words} />;
}

/** Answers one invitation: five large buttons, a reason, a word. */
export default function AnswerPage() {
  const { communityId, roundId, subject } = useParams('satisfaction', 'answer');
  const { personId: owner = '' } = usePresence();
  const [draft, setDraft] = useState(EMPTY);
  const { loaded, reload } = useLoaded(`${roundId} ${subject}`, async () => {
    const outcome = await call(satisfaction.listInvitations, { communityId });
    if (!outcome.ok) return outcome;
    const asked = outcome.value.items.find((one) => one.roundId === roundId && one.subject === subject);
    return { ok: true as const, value: { asked } };
  });
  const { busy, failure, send } = useAnswer({ communityId, owner }, reload);
  const asked = loaded.value?.asked;
  const mayAnswer = asked?.state === 'open';
  const why = asked && missingOf(draft, asked);
  const submit = { label: '提交', busy, disabled: why !== undefined, onTap: () => asked && void send(asked, draft) };
  const toMine = { label: '看我的评价', onTap: () => open('satisfaction', 'mine', { communityId }) };
  return (
    <Page title="满意度调查" why={mayAnswer ? why : undefined} primary={mayAnswer ? submit : toMine}>
      {failure ? <Banner tone="danger" title="没有提交" words={failure} /> : null}
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ asked: found }) => found === undefined}
        empty={{ words: '没有找到这份邀请，调查可能已经结束。' }}
      >
        {({ asked: found }) =>
          found?.state === 'open' ? (
            <>
              <Text className="block small home-who">{untilWords(found.expiresAt)}</Text>
              <ReadAloud text={askedAloud(found.title)} />
              <Fields asked={found} draft={draft} change={setDraft} />
              <Banner tone="note" title="怎样保护您" words={PROTECTED} />
              {subject === 'household' ? <ByPhone at={{ communityId, roundId }} /> : null}
              <Pressure communityId={communityId} asked={found} />
            </>
          ) : found ? (
            <Over asked={found} low={isLow(answerOf(draft).levels)} />
          ) : null
        }
      </ListState>
    </Page>
  );
}
