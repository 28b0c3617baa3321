import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { opinions } from '@gongzhi/shared/opinions/contract';
import type { Answer } from '@gongzhi/shared/opinions/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { send } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Progress } from '../../kernel/ui/progress';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { Mine } from './mine';
import { ANSWERS, doneWords } from './model';
import { WriteSheet } from './write-sheet';
import './index.scss';

interface AskProps {
  statement: { no: string; body: string };
  busy: boolean;
  onAnswer: (answer: Answer) => void;
}
function Ask({ statement, busy, onAnswer }: AskProps) {
  return (
    <Card>
      <Text className="block small">一位邻居的看法</Text>
      <Text className="say-statement">{statement.body}</Text>
      <View className="stack">
        {ANSWERS.map(([answer, label]) => (
          <PrimaryButton key={answer} kind="plain" label={label} busy={busy} onTap={() => onAnswer(answer)} />
        ))}
      </View>
    </Card>
  );
}

/** One statement at a time: agree, disagree, or pass. Nobody sees who answered what. */
export default function Say() {
  const at = useParams('opinions', 'say');
  const { loaded, reload } = useLoaded(at.proposalId, () => call(opinions.nextStatement, at));
  const [busy, setBusy] = useState(false);
  const [writing, setWriting] = useState(false);
  const [mine, setMine] = useState(false);
  useDidShow(reload);
  const answer = async (no: string, given: Answer) => {
    setBusy(true);
    const outcome = await send(opinions.answerStatement, { ...at, no, answer: given }, '对一条看法表态');
    setBusy(false);
    if (!outcome.ok) toast(outcome.says);
    reload();
  };
  return (
    <Page title="说说看法">
      <ListState loaded={loaded} retry={reload}>
        {({ statement, answered, total, open: isOpen }) => (
          <>
            <Card>
              <Progress base={total} done={answered} unit="条" verb="已表态" />
            </Card>
            {statement && isOpen ? (
              <Ask statement={statement} busy={busy} onAnswer={(given) => void answer(statement.no, given)} />
            ) : (
              <Banner tone="ok" title="看法" words={doneWords(answered, total, isOpen)} />
            )}
            <Text className="block small">只统计人数，不显示谁怎么回答。回答随时可以改，以最后一次为准。</Text>
            {isOpen ? (
              <View className="stack">
                <PrimaryButton kind="plain" label="自己写一条看法" onTap={() => setWriting(true)} />
              </View>
            ) : null}
            <Card>
              <Row label="看法图" value="大家的共识和分歧" onTap={() => open('opinions', 'picture', at)} />
              <Row label="我的回答" value={mine ? '收起' : `${answered} 条`} onTap={() => setMine(!mine)} />
            </Card>
            {mine ? <Mine at={at} change={answer} /> : null}
          </>
        )}
      </ListState>
      {writing ? <WriteSheet at={at} onClose={() => setWriting(false)} done={reload} /> : null}
    </Page>
  );
}
