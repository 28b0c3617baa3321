import { Text } from '@tarojs/components';
import { calls } from '@gongzhi/shared/calls/contract';
import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import { lengthWords, timeOfDay } from '../../kernel/service/time-words';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import type { Act } from '../../kernel/use-act';
import { canCap, canConfirm, offeredTimes, placeWords } from './model';

export interface PersonProps {
  ids: { communityId: string; activityId: string; shiftId: string };
  shift: Shift;
  one: Attendance;
  now: Date;
  busy: boolean;
  act: Act;
  onClose: () => void;
}

/** One who comes: what is known, and what only whoever called can settle. */
export function PersonSheet({ ids, shift, one, now, busy, act, onClose }: PersonProps) {
  const { personId } = one;
  const { from, to } = offeredTimes(one, shift);
  const cap = async () => {
    if (await act(calls.capService, { ...ids, personId }, '已按结束时间结算，并注明忘了签退。')) onClose();
  };
  const confirm = async () => {
    const words = ({ minutes = 0 }: { minutes?: number | undefined }) => `已确认，记 ${lengthWords(minutes)}。`;
    if (await act(calls.confirmService, { ...ids, personId, from, to }, words)) onClose();
  };
  return (
    <Sheet title={one.name} onClose={onClose}>
      <Card>
        <Text className="block">{placeWords(one)}</Text>
        <Text className="block small">签到签退按扫码的时间记。没扫上的，结束以后由您确认。</Text>
      </Card>
      {canCap(one, shift, now) ? (
        <PrimaryButton kind="plain" label="忘了签退：按结束时间结算" busy={busy} onTap={() => void cap()} />
      ) : null}
      {canConfirm(one, shift, now) ? (
        <PrimaryButton
          kind="plain"
          label={`确认来过：${timeOfDay(from)}到${timeOfDay(to)}`}
          busy={busy}
          onTap={() => void confirm()}
        />
      ) : null}
    </Sheet>
  );
}
