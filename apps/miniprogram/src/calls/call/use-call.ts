import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { calls, type WholeMine } from '@gongzhi/shared/calls/contract';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { saidOf, type Way } from '../../kernel/service/check-words';
import { sendCheck, type Pass } from '../../kernel/service/send-check';
import { toast } from '../../kernel/toast';
import { useLoaded } from '../../kernel/use-loaded';

interface At {
  communityId: string;
  callId: string;
}
/** A call of one’s own with the key of its pass, so that a scan may be kept without a network. */
export type CallValue = WholeMine & { pass: Pass };

const heard = async ({ communityId, callId }: At): Promise<Outcome<CallValue>> => {
  const mine = await call(calls.readMine, { communityId, callId });
  if (!mine.ok) return mine;
  const coming = mine.value.place?.place === 'taken';
  const pass = coming && (await call(calls.readPass, { communityId, activityId: callId, shiftId: callId }));
  const held = pass && pass.ok ? { key: pass.value.key, ahead: Date.parse(pass.value.now) - Date.now() } : undefined;
  return { ok: true, value: { ...mine.value, pass: held ?? { key: undefined, ahead: 0 } } };
};

export const useCall = (at: At) => {
  const { loaded, reload } = useLoaded<CallValue>(at.callId, () => heard(at));
  const [checking, setChecking] = useState(false);
  useDidShow(reload);
  /** Resolves to whether the scan is sent, or kept to be sent. */
  const check = async (
    { call: { title, spot, callId }, pass }: CallValue,
    way: Way,
    code: string,
  ): Promise<boolean> => {
    setChecking(true);
    const scan = { communityId: at.communityId, activityId: callId, shiftId: callId, way, code };
    const outcome = await sendCheck(calls, scan, pass, { title, located: spot !== undefined });
    setChecking(false);
    toast(saidOf(way, outcome));
    reload();
    return outcome.ok || outcome.queued === true;
  };
  return { loaded, reload, check, checking };
};
