import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Choice, Vote } from '@gongzhi/shared/votes/model';
import { padOf } from '@gongzhi/shared/votes/secret-rules';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { newReceipt } from '../new-receipt';
import { CHOICES } from './model';

/** The ballot itself. In a secret vote the resident holds the device, chooses and casts; nothing of it stays on the screen or beside the unit. */
export function ChooseStep(props: { vote: Vote; unitId: string; done: (code: string) => void; reload: () => void }) {
  const { vote, unitId, done, reload } = props;
  const { communityId, voteId } = vote;
  const secret = vote.ballot === 'secret';
  const [choice, setChoice] = useState<Choice>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const cast = async () => {
    if (!choice) return;
    setBusy(true);
    const { code, mark } = await newReceipt(voteId);
    const pad = padOf(choice);
    const outcome = await call(votes.castAssisted, { communityId, voteId, unitId, choice, mark, pad });
    setBusy(false);
    setChoice(undefined);
    if (outcome.ok) return done(code);
    setFailure(outcome.says);
    if (outcome.refused) reload();
  };
  return (
    <>
      <Banner
        tone="note"
        title={secret ? '请把手机交给居民' : '请居民说出选择'}
        words={
          secret
            ? '居民自己选、自己点“投票”，工作人员请回避。投出后不能更改，也查不出投了什么。'
            : '请按居民说的选，念给居民听，再投。投出后不能更改。'
        }
      />
      <Card>
        <Text className="block strong">{vote.question}</Text>
        <Text className="block small">若通过，决议为：</Text>
        <Paragraphs text={vote.resolution} />
      </Card>
      {failure ? <Banner tone="danger" title="没有投出" words={failure} /> : null}
      <View className={secret ? 'stack choose-large' : 'stack'}>
        <Segmented label="选择" options={CHOICES} value={choice} onChange={setChoice} />
        <PrimaryButton
          label={choice ? `投票：${CHOICES.find(({ value }) => value === choice)?.label ?? ''}` : '先选一项，再投票'}
          busy={busy}
          disabled={!choice}
          onTap={() => void cast()}
        />
      </View>
    </>
  );
}
