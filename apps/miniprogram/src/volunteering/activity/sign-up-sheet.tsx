import { Text } from '@tarojs/components';
import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import type { Shift } from '@gongzhi/shared/kernel/service/model';
import { askMessages } from '../../kernel/ask-messages';
import { Banner } from '../../kernel/ui/banner';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import type { Act } from '../../kernel/use-act';
import { AGES, ageWords, firstOffer, optionOf, signedUpWords, type Age } from './model';

/** Offered at once; the others stand on the page. */
const CHOICES = 6;

export interface SignUpProps {
  communityId: string;
  whole: Whole;
  offers: readonly Shift[];
  asked: string | undefined;
  now: Date;
  busy: boolean;
  act: Act;
  onClose: () => void;
}

/** Signing up: which shift, the risk read, and the age where it matters. What is done without asking has no question here. */
export function SignUpSheet({ communityId, whole, offers, asked, now, busy, act, onClose }: SignUpProps) {
  const [shiftId, setShiftId] = useState(firstOffer(offers, asked)?.shiftId);
  const [age, setAge] = useState<Age>('adult');
  const chosen = offers.find((shift) => shift.shiftId === shiftId);
  const options = offers.filter((shift, i) => i < CHOICES || shift === chosen).map((shift) => optionOf(shift, now));
  const minor = age === 'minor';
  const signUp = async () => {
    if (!shiftId) return;
    void askMessages('signUp');
    const input = {
      ...{ communityId, activityId: whole.activityId, shiftId },
      ...(whole.risk || whole.risky ? { riskRead: true } : {}),
      ...(minor ? { minor } : {}),
    };
    if (await act(volunteering.signUp, input, ({ place }) => signedUpWords(place, minor))) onClose();
  };
  return (
    <Sheet
      title="报名"
      onClose={onClose}
      confirm={{
        label: whole.risk ? '我已看过风险提示，确认报名' : '确认报名',
        busy,
        disabled: !shiftId,
        onTap: () => void signUp(),
      }}
    >
      <Segmented label="哪一个班次" options={options} value={shiftId} onChange={setShiftId} />
      {whole.risk ? <Banner tone="waiting" title="风险提示" words={whole.risk} /> : null}
      <Text className="block small">{ageWords(whole)}</Text>
      {whole.minors ? <Segmented label="您的年龄" options={AGES} value={age} onChange={setAge} /> : null}
    </Sheet>
  );
}
