import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import type { Shift } from '@gongzhi/shared/kernel/service/model';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { CodeSheet, WHOLE_CODE } from '../../kernel/service/code-sheet';
import { OwnCodeSheet } from '../../kernel/service/own-code';
import { AGES, ageWords, spotWords, type Age } from './model';

interface Pass {
  key: string;
  personId: string;
  ahead: number;
}

/** Whoever is there without having signed up: the organiser's code registers and, when nobody else must agree, checks in at once. */
export function OnSpotSheet({
  communityId,
  whole,
  shift,
  onClose,
}: {
  communityId: string;
  whole: Whole;
  shift: Shift;
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [pass, setPass] = useState<Pass>();
  const [age, setAge] = useState<Age>('adult');
  const at = { communityId, activityId: whole.activityId, shiftId: shift.shiftId };
  const minor = age === 'minor';
  const register = async (code: string) => {
    setBusy(true);
    const place = await call(volunteering.signUp, { ...at, code, riskRead: true, ...(minor ? { minor } : {}) });
    const checked = place.ok && !minor ? await call(volunteering.checkIn, { ...at, code }) : undefined;
    setBusy(false);
    toast(place.ok ? spotWords(minor, checked) : place.says);
    if (!place.ok) return;
    onClose();
    open('volunteering', 'my-day', { communityId });
  };
  const showOwn = async () => {
    const outcome = await call(volunteering.readPass, at);
    if (!outcome.ok) return toast(outcome.says);
    const { key, now, personId } = outcome.value;
    setPass({ key, personId, ahead: Date.parse(now) - Date.now() });
  };
  if (pass) {
    const { key, personId, ahead } = pass;
    return <OwnCodeSheet pass={key} who={{ shiftId: at.shiftId, personId }} ahead={ahead} onClose={onClose} />;
  }
  return (
    <CodeSheet
      title="现场登记"
      words={`请扫组织者手机上的签到码。登记就是报名，${ageWords(whole)}`}
      typed={WHOLE_CODE}
      busy={busy}
      onCode={(code) => void register(code)}
      onClose={onClose}
    >
      {whole.risk ? <Banner tone="waiting" title="风险提示" words={`${whole.risk}（登记表示您已看过）`} /> : null}
      {whole.minors ? <Segmented label="您的年龄" options={AGES} value={age} onChange={setAge} /> : null}
      {minor ? null : <PrimaryButton kind="plain" label="扫不了？出示我的服务码" onTap={() => void showOwn()} />}
    </CodeSheet>
  );
}
