import { View } from '@tarojs/components';
import { calls } from '@gongzhi/shared/calls/contract';
import type { Mine } from '@gongzhi/shared/calls/model';
import { PrimaryButton } from '../kernel/ui/primary-button';
import type { Act } from '../kernel/use-act';
import { answersOf } from './stand';

const DONE = {
  coming: '已回复能来。到了请扫召集人手机上的码签到。',
  cannot: '已回复来不了，谢谢您告诉我们。',
} as const;
const LABELS = { coming: '我能来', cannot: '来不了' } as const;

export const sayOf =
  (communityId: string, { call: { callId } }: Mine, act: Act) =>
  (says: 'coming' | 'cannot'): void =>
    void act(calls.answerCall, { communityId, callId, says }, DONE[says]);

/** What may be said now, each in one tap. `plain`: the page has its one action elsewhere. */
export function AnswerButtons({
  mine,
  now,
  busy,
  say,
  skip,
}: {
  mine: Mine;
  now: Date;
  busy: boolean;
  say: (says: 'coming' | 'cannot') => void;
  skip?: 'coming';
}) {
  const shown = answersOf(mine, now).filter((says) => says !== skip);
  if (shown.length === 0) return null;
  const labelOf = (says: 'coming' | 'cannot') =>
    says === 'cannot' && mine.answer === 'coming' ? '改为来不了' : LABELS[says];
  return (
    <View className="stack">
      {shown.map((says) => (
        <PrimaryButton
          key={says}
          kind={says === 'coming' ? 'primary' : 'plain'}
          label={labelOf(says)}
          busy={busy}
          onTap={() => say(says)}
        />
      ))}
    </View>
  );
}
