import { Text, View } from '@tarojs/components';
import type { Live, Outcome } from '@gongzhi/shared/meetings/model';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { msSince } from './model';
import { useSecond } from './use-live';
import { CHOICE_WORDS, OUTCOME_WORDS, SIDE_WORDS, durationWords } from './words';

/** Who has the floor and how long they still have, by the server's clock. */
export function SpeechCard({ live, heardAt }: { live: Live; heardAt: () => number }) {
  const { speech, now } = live;
  const phone = useSecond(speech !== undefined);
  if (!speech) return null;
  const left = speech.seconds - msSince(speech.startedAt, now, phone - heardAt()) / 1_000;
  return (
    <Card>
      <View className="between">
        <Text className="strong">{speech.name} 正在发言</Text>
        <Tag label={SIDE_WORDS[speech.side]} tone={speech.side === 'for' ? 'active' : 'waiting'} />
      </View>
      <Text className="block">{left > 0 ? `还有 ${durationWords(left)}` : '时间到了，请说完这一句'}</Text>
    </Card>
  );
}

const questionState = (outcome: Outcome | undefined, quorate: boolean) => {
  if (outcome) return [OUTCOME_WORDS[outcome], outcome === 'passed' ? 'active' : 'plain'] as const;
  return [quorate ? '正在举手' : '人数不够，暂停', 'waiting'] as const;
};

/** The question on the floor, or the result of the last one. */
export function QuestionCard({ live }: { live: Live }) {
  const { question, mine, quorate } = live;
  if (!question) return null;
  const { hands, outcome } = question;
  const [label, tone] = questionState(outcome, quorate);
  return (
    <Card>
      <View className="between">
        <Text className="small">第 {question.n} 题</Text>
        <Tag label={label} tone={tone} />
      </View>
      <Text className="block strong">{question.text}</Text>
      {outcome ? (
        <Text className="block">
          赞成 {hands.for}，反对 {hands.against}，弃权 {hands.abstain}（在场 {question.presentAtClose ?? 0} 人）
        </Text>
      ) : (
        <Text className="block small">已有 {question.raised ?? 0} 人举手，结束后公布结果。</Text>
      )}
      {mine.hand ? <Text className="block small">您举的是：{CHOICE_WORDS[mine.hand]}</Text> : null}
    </Card>
  );
}

/** Who waits, in the order of the rule: the next one first, then the others by side. */
export function QueueCard({ live, personId }: { live: Live; personId: string | undefined }) {
  if (live.item === undefined) return null;
  const { asks, nextSpeaker } = live;
  const next = asks.find((ask) => ask.personId === nextSpeaker);
  const others = asks.filter((ask) => ask !== next);
  return (
    <>
      <Text className="heading">等候发言（正反方轮流）</Text>
      <Card>
        {asks.length === 0 ? <Text className="block small">还没有人要发言。</Text> : null}
        {[...(next ? [next] : []), ...others].map((ask) => (
          <View key={ask.personId} className="between">
            <Text>
              {ask.personId === nextSpeaker ? '下一位：' : ''}
              {ask.name}
              {ask.personId === personId ? '（我）' : ''}
            </Text>
            <Tag label={SIDE_WORDS[ask.side]} tone={ask.side === 'for' ? 'active' : 'waiting'} />
          </View>
        ))}
      </Card>
    </>
  );
}
