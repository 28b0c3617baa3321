import { Text } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { PaperReading } from '@gongzhi/shared/votes/channel-rules';
import type { Vote } from '@gongzhi/shared/votes/model';
import { call } from '../../kernel/call';
import { usePresence } from '../../kernel/standing';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { READING_WORDS, paperWords, type Entry } from '../entry-words';
import { newReceipt } from '../new-receipt';
import { ReceiptCard } from '../receipt-card';

type Choice = Exclude<PaperReading, 'box'>;
const CHOICES = (['for', 'against', 'abstain', 'invalid'] as const).map((value) => ({
  value,
  label: READING_WORDS[value],
  ...(value === 'invalid' ? { note: '看不出选哪一项' } : {}),
}));

/** What the worker reads off the unit's paper. `reload` after it was entered. */
export function PaperCard(props: { vote: Vote; unitId: string; paper: Entry | undefined; reload: () => void }) {
  const { vote, unitId, paper, reload } = props;
  const { communityId, voteId, ballot } = vote;
  const { personId } = usePresence();
  const [choice, setChoice] = useState<Choice>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [code, setCode] = useState<string>();
  const reading = ballot === 'secret' ? 'box' : choice;
  const enter = async () => {
    if (!reading) return;
    setBusy(true);
    const receipt = await newReceipt(voteId);
    const outcome = await call(votes.enterPaper, { communityId, voteId, unitId, reading, mark: receipt.mark });
    setBusy(false);
    setFailure(outcome.ok ? undefined : outcome.says);
    if (outcome.ok && outcome.value.state === 'agreed') setCode(receipt.code);
    setChoice(undefined);
    reload();
  };
  return (
    <>
      <Text className="heading">纸质票</Text>
      <Card>
        <Text className="block">{paperWords(paper, personId)}</Text>
        {failure ? <Banner tone="danger" title="没有录入" words={failure} /> : null}
        {paper?.state === 'agreed' ? null : (
          <>
            {ballot === 'named' ? (
              <Segmented label="纸质票上选的是" options={CHOICES} value={choice} onChange={setChoice} />
            ) : null}
            <PrimaryButton
              label={ballot === 'secret' ? '登记：已看着这一户把票投进票箱' : '录入纸质票'}
              busy={busy}
              disabled={!reading}
              onTap={() => void enter()}
            />
          </>
        )}
      </Card>
      {code ? <ReceiptCard at={{ communityId, voteId }} code={code} /> : null}
    </>
  );
}
