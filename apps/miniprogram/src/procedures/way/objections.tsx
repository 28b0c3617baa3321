import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { procedures } from '@gongzhi/shared/procedures/contract';
import type { Objection, Way } from '@gongzhi/shared/procedures/model';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';

interface At {
  communityId: string;
  proposalId: string;
}

function One({ objection, onAnswer }: { objection: Objection; onAnswer?: () => void }) {
  const { at, authorName, text, answer, answeredAt } = objection;
  return (
    <Card>
      <View className="between">
        <Text className="small">
          {authorName} · {timeInWords(at)}
        </Text>
        <Tag label={answer ? '已答复' : '等待答复'} tone={answer ? 'plain' : 'waiting'} />
      </View>
      <Text className="block">{text ?? '这条异议的文字正在审核，答复后公开。'}</Text>
      {answer && answeredAt ? (
        <Text className="block small">
          {timeInWords(answeredAt)}答复：{answer}
        </Text>
      ) : null}
      {!answer && onAnswer ? <PrimaryButton kind="plain" label="答复这条异议" onTap={onAnswer} /> : null}
    </Card>
  );
}

/** Objections to what was publicised, and their answers; those whose step it is answer here. */
export function Objections({ at, way, answers, done }: { at: At; way: Way; answers: boolean; done: () => void }) {
  const { raised, answered } = way.objections;
  const { loaded, reload, more } = usePages(`objections ${at.proposalId} ${raised} ${answered}`, (cursor) =>
    call(procedures.listObjections, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  const [answering, setAnswering] = useState<string>();
  const { busy, act } = useAct(() => {
    reload();
    done();
  });
  return (
    <>
      <Text className="heading">异议和答复</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有人提异议。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((objection) => (
              <One
                key={objection.objectionId}
                objection={objection}
                {...(answers ? { onAnswer: () => setAnswering(objection.objectionId) } : {})}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {answering ? (
        <TextSheet
          title="答复异议"
          words="答复和异议一起公开。每一条都答复了，才能进入表决。"
          label="答复"
          max={300}
          confirm="公开答复"
          busy={busy}
          onConfirm={(answer) =>
            act(procedures.answerObjection, { ...at, objectionId: answering, answer }, '已答复，大家都能看到。')
          }
          onClose={() => setAnswering(undefined)}
        />
      ) : null}
    </>
  );
}
