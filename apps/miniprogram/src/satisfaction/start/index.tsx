import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import type { DutyItem } from '@gongzhi/shared/scorecards/model';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { ROUND } from '@gongzhi/shared/satisfaction/rule-sets';
import { call } from '../../kernel/call';
import { back, open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PickOne } from '../../kernel/ui/pick-one';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { EMPTY, mayAdd, missingOf, picked, planOf, type Draft } from './model';

type Question = Draft['questions'][number];
interface QuestionCardProps {
  question: Question;
  no: number;
  duties: readonly DutyItem[];
  change: (to?: Question) => void;
}
/** One question about one duty of the community's list: nothing else can be asked. */
function QuestionCard({ question, no, duties, change }: QuestionCardProps) {
  const duty = duties.find(({ itemId }) => itemId === question.dutyItemId);
  return (
    <Card>
      <Text className="block strong">{`问题 ${no}`}</Text>
      {duty ? (
        <>
          <Row
            label={`清单 ${duty.itemId}`}
            value={`${duty.title}，点这里换`}
            onTap={() => change({ ...question, dutyItemId: '' })}
          />
          <Field
            label="问什么"
            placeholder="例如：楼道和小区的环境卫生"
            value={question.title}
            onChange={(title) => change({ ...question, title })}
          />
        </>
      ) : (
        <PickOne
          label="问清单里的哪一项"
          hint="只问社区自己该做的事"
          all={duties.map(({ itemId, title }) => ({ id: itemId, label: `${itemId} ${title}` }))}
          onPick={({ id }) => change(picked(question, id, duties))}
        />
      )}
      <PrimaryButton kind="plain" label="去掉这个问题" onTap={() => change()} />
    </Card>
  );
}

interface QuestionsProps {
  streetId: string;
  draft: Draft;
  change: (questions: Question[]) => void;
}
/** Questions beside the overall one, each picked from the duty list of the street's communities. */
function Questions({ streetId, draft, change }: QuestionsProps) {
  const { loaded, reload } = useLoaded(streetId, () => call(scorecards.readDuties, { streetId }));
  useDidShow(reload);
  const { questions } = draft;
  const put = (i: number, to?: Question) =>
    change(questions.flatMap((one, at) => (at === i ? (to ? [to] : []) : [one])));
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ list }) => list === undefined}
      empty={{
        words: '还没有履职事项清单。现在只问总的满意度；定好清单以后，可以按清单里的事项来问。',
        action: { label: '定履职事项清单', onTap: () => open('scorecards', 'duties', { streetId }) },
      }}
    >
      {({ list }) => (
        <>
          {questions.map((question, i) => (
            <QuestionCard
              key={i}
              no={i + 1}
              question={question}
              duties={list?.items ?? []}
              change={(to) => put(i, to)}
            />
          ))}
          {mayAdd(draft) ? (
            <PrimaryButton
              kind="plain"
              label="加一个问题"
              onTap={() => change([...questions, { dutyItemId: '', title: '' }])}
            />
          ) : null}
        </>
      )}
    </ListState>
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
      <Questions
        streetId={streetOf(communityId)}
        draft={draft}
        change={(questions) => setDraft({ ...draft, questions })}
      />
    </Page>
  );
}
