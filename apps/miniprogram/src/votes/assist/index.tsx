import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { back, useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { ReceiptCard } from '../receipt-card';
import { useUnit } from '../use-unit';
import { AskStep } from './ask-step';
import { ChooseStep } from './choose-step';
import { stepOf } from './model';

/** How often the worker's page looks whether the resident agreed. */
const LOOK_MS = 3_000;

function Done({ at, code }: { at: { communityId: string; voteId: string }; code: string }) {
  return (
    <>
      <Banner tone="ok" title="票已投出" words="这一户的票已经计入，只有一票。" />
      <ReceiptCard at={at} code={code} />
      {platform.print ? (
        <View className="stack">
          <PrimaryButton kind="plain" label="打印查票码" onTap={() => platform.print?.()} />
        </View>
      ) : null}
    </>
  );
}

/** Helping a resident with the ballot, step by step. */
export default function Assist() {
  const { label = '一户', ...at } = useParams('votes', 'assist');
  const { loaded, reload } = useUnit(at);
  const [code, setCode] = useState<string>();
  const step = stepOf(loaded.value?.help);
  useEffect(() => {
    if (step !== 'wait') return undefined;
    const looking = setInterval(reload, LOOK_MS);
    return () => clearInterval(looking);
  }, [step, reload]);
  if (code)
    return (
      <Page title={`协助投票：${label}`} primary={{ label: '已抄好，清除', onTap: back }}>
        <Done at={at} code={code} />
      </Page>
    );
  return (
    <Page title={`协助投票：${label}`}>
      <ListState loaded={loaded} retry={reload}>
        {({ vote }) => (
          <>
            {step === 'ask' || step === 'wait' ? (
              <>
                <Card>
                  <Text className="block strong">{vote.question}</Text>
                </Card>
                <AskStep at={at} waiting={step === 'wait'} reload={reload} />
              </>
            ) : null}
            {step === 'choose' ? <ChooseStep vote={vote} unitId={at.unitId} done={setCode} reload={reload} /> : null}
            {step === 'cast' ? <Banner tone="ok" words="这一户的票已经投出，只计一票。" /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
