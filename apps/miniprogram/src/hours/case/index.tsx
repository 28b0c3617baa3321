import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import type { Case } from '@gongzhi/shared/hours/case-model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { CaseFacts } from '../case-card';
import { ANSWERS, hinderedBy, type Answer } from './model';

function Answers({ communityId, one, reload }: { communityId: string; one: Case; reload: () => void }) {
  const [chosen, setChosen] = useState<Answer>();
  const { busy, act } = useAct(reload);
  const answer = (words: string) =>
    chosen
      ? act(hours.answerCase, { communityId, caseId: one.caseId, verdict: chosen.verdict, words }, chosen.done)
      : Promise.resolve(false);
  return (
    <Card>
      <Text className="block strong">您的答复</Text>
      <View className="stack">
        {ANSWERS[one.kind].map((each) => (
          <PrimaryButton
            key={each.verdict}
            kind={each.verdict === 'accept' ? 'primary' : 'plain'}
            label={each.label}
            onTap={() => setChosen(each)}
          />
        ))}
      </View>
      {chosen ? (
        <TextSheet
          title={chosen.label}
          words="志愿者会看到您的答复和姓名。"
          label="理由"
          max={100}
          confirm={chosen.label}
          busy={busy}
          onConfirm={answer}
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </Card>
  );
}

/** One case, for its volunteer and for whoever answers it. */
export default function CasePage() {
  const ids = useParams('hours', 'case');
  const { personId } = usePresence();
  const { loaded, reload } = useLoaded(ids.caseId, () => call(hours.readCase, ids));
  return (
    <Page title="核对时长">
      <ListState loaded={loaded} retry={reload}>
        {(one) => {
          const hindered = hinderedBy(one, personId);
          return (
            <>
              <Card>
                <CaseFacts one={one} />
              </Card>
              {hindered ? (
                <Text className="block small">{hindered}</Text>
              ) : (
                <Answers communityId={ids.communityId} one={one} reload={reload} />
              )}
            </>
          );
        }}
      </ListState>
    </Page>
  );
}
