import { Text } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Vote } from '@gongzhi/shared/votes/model';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { READING_WORDS } from '../entry-words';
import { BOX_WORDS, boxOf, type Counted } from './model';

const FIELDS = ['for', 'against', 'abstain', 'invalid'] as const;
const NOTHING: Counted = { for: '', against: '', abstain: '', invalid: '' };

/** After the end of a secret vote: what one worker counted in the box. It stands when another has counted the same. */
export function BoxCard({ vote: { communityId, voteId } }: { vote: Vote }) {
  const [typed, setTyped] = useState(NOTHING);
  const [said, setSaid] = useState<{ tone: 'ok' | 'danger'; words: string }>();
  const [busy, setBusy] = useState(false);
  const box = boxOf(typed);
  const send = async () => {
    if (!box) return;
    setBusy(true);
    const outcome = await call(votes.enterBox, { communityId, voteId, ...box });
    setBusy(false);
    if (!outcome.ok) return setSaid({ tone: 'danger', words: outcome.says });
    const { state } = outcome.value;
    setSaid({ tone: state === 'differs' ? 'danger' : 'ok', words: BOX_WORDS[state] });
  };
  return (
    <>
      <Text className="heading">清点票箱</Text>
      <Card>
        <Text className="block">两位工作人员各清点一次、各录一次，数字一样才计入。</Text>
        {FIELDS.map((choice) => (
          <Field
            key={choice}
            label={`${READING_WORDS[choice]}（张）`}
            type="number"
            value={typed[choice]}
            onChange={(value) => setTyped({ ...typed, [choice]: value })}
          />
        ))}
        {said ? <Banner tone={said.tone} words={said.words} /> : null}
        <PrimaryButton label="录入清点结果" busy={busy} disabled={!box} onTap={() => void send()} />
      </Card>
    </>
  );
}
