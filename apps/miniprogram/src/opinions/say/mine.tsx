import { Text, View } from '@tarojs/components';
import { opinions } from '@gongzhi/shared/opinions/contract';
import type { Answer, MyAnswer, MyStatement } from '@gongzhi/shared/opinions/model';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { useLoaded } from '../../kernel/use-loaded';
import { ANSWER_WORDS, stateWords } from './model';

type At = { communityId: string; proposalId: string };
const OPTIONS = (['agree', 'disagree', 'pass'] as const).map((value) => ({ value, label: ANSWER_WORDS[value] }));

function Given({ given, onChange }: { given: MyAnswer; onChange: (answer: Answer) => void }) {
  return (
    <Card>
      <Text className="block">{given.body}</Text>
      <Segmented label="我的回答" options={OPTIONS} value={given.answer} onChange={onChange} />
    </Card>
  );
}

const Held = ({ held }: { held: MyStatement }) => (
  <Card>
    <Text className="block">{held.body}</Text>
    <Text className="block small">{stateWords(held)}</Text>
  </Card>
);

/** One's own answers, each changeable where it stands, and own statements that are not public. */
export function Mine({ at, change }: { at: At; change: (no: string, answer: Answer) => Promise<void> }) {
  const { loaded, reload, load } = useLoaded(at.proposalId, () => call(opinions.listMyAnswers, at));
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items, statements }) => items.length + statements.length === 0}
      empty={{ words: '您还没有对看法表态。' }}
    >
      {({ items, statements, next }) => (
        <>
          {statements.map((held) => (
            <Held key={held.statementId} held={held} />
          ))}
          {items.map((given) => (
            <Given key={given.no} given={given} onChange={(answer) => void change(given.no, answer).then(reload)} />
          ))}
          {next ? (
            <View className="stack">
              <PrimaryButton
                kind="plain"
                label="看更早的"
                busy={loaded.loading}
                onTap={() => load(() => call(opinions.listMyAnswers, { ...at, cursor: next }))}
              />
            </View>
          ) : null}
        </>
      )}
    </ListState>
  );
}
