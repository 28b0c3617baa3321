import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import type { Helped, Review } from '@gongzhi/shared/resolutions/model';
import { send } from '../../kernel/queue';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { HELPED_WORDS, reviewWords } from '../words';
import { SaidWords } from './said-words';

const OPTIONS = (Object.keys(HELPED_WORDS) as Helped[]).map((value) => ({ value, label: HELPED_WORDS[value] }));
type At = { communityId: string; proposalId: string };

/** The review: what it says so far, and for those who follow the matter the one question. */
export function ReviewCard({
  at,
  review,
  asks,
  reload,
}: {
  at: At;
  review: Review;
  asks: boolean;
  reload: () => void;
}) {
  const [verdict, setVerdict] = useState<Helped>();
  const [word, setWord] = useState('');
  const [busy, setBusy] = useState(false);
  const answer = async () => {
    if (!verdict) return;
    setBusy(true);
    const said = { ...at, verdict, ...(word.trim() ? { word } : {}) };
    const outcome = await send(resolutions.answerReview, said, '评议');
    setBusy(false);
    toast(outcome.ok ? '已记下，谢谢您。' : outcome.says);
    reload();
  };
  return (
    <Card>
      <Text className="block">{reviewWords(review)}</Text>
      {review.mine ? <Text className="block small">您的评议：{HELPED_WORDS[review.mine]}。</Text> : null}
      {review.figures ? <SaidWords at={at} /> : null}
      {asks && review.phase === 'open' && !review.mine ? (
        <View className="stack">
          <Segmented label="有没有帮助" options={OPTIONS} value={verdict} onChange={setVerdict} />
          <Field label="一句话（可不填，不显示姓名）" value={word} onChange={setWord} />
          <PrimaryButton label="提交评议" busy={busy} disabled={!verdict} onTap={() => void answer()} />
        </View>
      ) : null}
    </Card>
  );
}
