import { Text } from '@tarojs/components';
import { useState } from 'react';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { ROUND } from '@gongzhi/shared/satisfaction/rule-sets';
import { back, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { EMPTY, mayAdd, missingOf, planOf, type Draft } from './model';

type Question = Draft['questions'][number];
function QuestionCard({ question, no, change }: { question: Question; no: number; change: (to?: Question) => void }) {
  return (
    <Card>
      <Text className="block strong">{`问题 ${no}`}</Text>
      <Field
        label="问什么"
        placeholder="例如：楼道和小区的环境卫生"
        value={question.title}
        onChange={(title) => change({ ...question, title })}
      />
      <Field
        label="社区依法履职事项清单里的编号"
        hint="只问社区自己该做的事"
        value={question.dutyItemId}
        onChange={(dutyItemId) => change({ ...question, dutyItemId })}
      />
      <PrimaryButton kind="plain" label="去掉这个问题" onTap={() => change()} />
    </Card>
  );
}

/** Starts the present quarter's round: how many households, for how long, about which duties. */
export default function Start() {
  const { communityId } = useParams('satisfaction', 'start');
  const [draft, setDraft] = useState(EMPTY);
  const { busy, act } = useAct(() => undefined);
  const why = missingOf(draft);
  const start = async () => {
    if (await act(satisfaction.startQuarter, { communityId, plan: planOf(draft) }, '已开始，系统正在随机抽取住户。'))
      back();
  };
  const { questions } = draft;
  const put = (i: number, to?: Question) =>
    setDraft({ ...draft, questions: questions.flatMap((one, at) => (at === i ? (to ? [to] : []) : [one])) });
  const add = () => setDraft({ ...draft, questions: [...questions, { dutyItemId: '', title: '' }] });
  return (
    <Page
      title="开始本季度的调查"
      why={why}
      primary={{ label: '开始', busy, disabled: why !== undefined, onTap: () => void start() }}
    >
      <Text className="block small home-who">
        从名册里随机抽取住户，按楼栋和年龄段分层。社区看不到抽到了谁、谁答了。白天 8 点到晚上 10
        点才通知，最多提醒一次。
      </Text>
      <Field
        label="抽多少户"
        hint={`${ROUND.sample.least} 到 ${ROUND.sample.most} 户`}
        type="number"
        value={draft.sample}
        onChange={(sample) => setDraft({ ...draft, sample })}
      />
      <Field
        label="开放几天"
        hint={`${ROUND.days.least} 到 ${ROUND.days.most} 天`}
        type="number"
        value={draft.days}
        onChange={(days) => setDraft({ ...draft, days })}
      />
      <Text className="heading">除了总的满意度，还问什么</Text>
      {questions.map((question, i) => (
        <QuestionCard key={i} no={i + 1} question={question} change={(to) => put(i, to)} />
      ))}
      {mayAdd(draft) ? <PrimaryButton kind="plain" label="加一个问题" onTap={add} /> : null}
    </Page>
  );
}
