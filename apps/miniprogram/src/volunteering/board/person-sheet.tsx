import { Picker, Text } from '@tarojs/components';
import { useState } from 'react';
import { says } from '@gongzhi/shared/kernel/refusals';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Shift } from '@gongzhi/shared/kernel/service/model';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import type { Act } from '../../kernel/use-act';
import { lengthWords } from '../../kernel/service/time-words';
import { canCap, confirmFault, factsOf, instantIn, offeredTimes, wallClock, type Here } from './model';
import type { At } from './use-board';

export interface PersonProps {
  at: At;
  shift: Shift;
  one: Here;
  now: Date;
  busy: boolean;
  act: Act;
  onClose: () => void;
}

/** The organiser's word: from when to when somebody served. */
function Confirm({ at, shift, one, now, busy, act, onClose }: PersonProps) {
  const [{ from, to }, setTimes] = useState(offeredTimes(one, shift));
  const fault = confirmFault(one, shift, { from, to }, now);
  const confirm = async () => {
    const input = { ...at, personId: one.personId, from, to };
    const words = ({ minutes = 0 }: { minutes?: number | undefined }) => `已确认，记 ${lengthWords(minutes)}。`;
    if (await act(volunteering.confirmService, input, words)) onClose();
  };
  const pick = (part: 'from' | 'to') => (event: { detail: { value: string | number } }) =>
    setTimes((old) => ({ ...old, [part]: instantIn(shift, String(event.detail.value)) }));
  return (
    <Card>
      <Text className="block strong">按您确认的时间记</Text>
      <Text className="block small">会注明由组织者确认；扫码的记录也留着。</Text>
      <Picker mode="time" value={wallClock(from)} onChange={pick('from')}>
        <Row label="从" value={wallClock(from)} />
      </Picker>
      <Picker mode="time" value={wallClock(to)} onChange={pick('to')}>
        <Row label="到" value={wallClock(to)} />
      </Picker>
      {fault ? <Text className="block small">{says(fault)}</Text> : null}
      <PrimaryButton label="确认这段时间" busy={busy} disabled={fault !== undefined} onTap={() => void confirm()} />
    </Card>
  );
}

/** One volunteer in a shift: what is known, and what only the organiser can settle. */
export function PersonSheet(props: PersonProps) {
  const { at, shift, one, now, busy, act, onClose } = props;
  const { personId } = one;
  const cap = async () => {
    if (await act(volunteering.capService, { ...at, personId }, '已按班次结束时间结算，并注明忘了签退。')) onClose();
  };
  const paper = () => act(volunteering.recordConsent, { ...at, personId }, '已记下纸质同意书，可以签到了。');
  return (
    <Sheet title={one.name} onClose={onClose}>
      <Card>
        {factsOf(one).map((fact) => (
          <Text key={fact} className="block">
            {fact}
          </Text>
        ))}
      </Card>
      {one.consent === 'asked' ? (
        <PrimaryButton kind="plain" label="收到监护人的纸质同意书" busy={busy} onTap={() => void paper()} />
      ) : null}
      {canCap(one, shift, now) ? (
        <PrimaryButton kind="plain" label="忘了签退：按班次结束时间结算" busy={busy} onTap={() => void cap()} />
      ) : null}
      {one.place === 'taken' && now.toISOString() >= shift.endsAt ? (
        <PrimaryButton
          kind="plain"
          label="补记荣誉时长（要另一个人批准）"
          onTap={() => open('hours', 'honorary', { ...at, volunteerId: personId, name: one.name })}
        />
      ) : null}
      {one.place === 'taken' ? <Confirm {...props} /> : null}
    </Sheet>
  );
}
