import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { call } from '../../kernel/call';
import { replaceBy } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { timesOf, usualTimes, type TimesDraft } from '../times-draft';
import { byField, planOf, type Draft } from './model';
import { usePlan, type Asked } from './use-plan';

/** Writes an activity with its first shifts, or changes what it says. Once written, only the shifts are tried again. */
export const useWrite = (asked: Asked) => {
  const { communityId, requestId, projectId } = asked;
  const source = { ...(requestId ? { requestId } : {}), ...(projectId ? { projectId } : {}) };
  const { draft, change, startOver, restored, forget } = usePlan(asked);
  const [times, setTimes] = useState<TimesDraft>(() => usualTimes(new Date()));
  const [written, setWritten] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [faults, setFaults] = useState<Record<string, string>>({});
  type Failed = { ok: false; says: string; invalid?: Parameters<typeof byField>[0] | undefined };
  const failed = ({ says, invalid }: Failed) => {
    setBusy(false);
    setFaults(byField(invalid ?? []));
    setFailure(says);
  };
  const shown = (activityId: string, words: string) => {
    setBusy(false);
    toast(words);
    replaceBy('volunteering', 'activity', { communityId, activityId });
  };
  const addShifts = async (activityId: string) => {
    const added = await call(volunteering.addShifts, { communityId, activityId, shifts: timesOf(times) });
    if (!added.ok) return failed({ ...added, says: `活动已写好，班次还没有排上：${added.says}` });
    shown(activityId, '已提交，社区发布以后大家就能报名。');
  };
  const plan = async (whole: Draft) => {
    setBusy(true);
    if (written) return addShifts(written);
    const input = { communityId, ...planOf(whole), ...source };
    const outcome = await call(volunteering.planActivity, input);
    if (!outcome.ok) return failed(outcome);
    forget();
    setWritten(outcome.value.activityId);
    return addShifts(outcome.value.activityId);
  };
  const save = async (whole: Draft, activityId: string) => {
    setBusy(true);
    const outcome = await call(volunteering.changeActivity, { communityId, activityId, ...planOf(whole) });
    return outcome.ok ? shown(activityId, '已保存，会通知报名的人。') : failed(outcome);
  };
  return {
    ...{ draft, change, startOver, restored, times, busy, failure, faults, written },
    changeTimes: (part: Partial<TimesDraft>) => setTimes((old) => ({ ...old, ...part })),
    submit: () => draft && void (asked.activityId ? save(draft, asked.activityId) : plan(draft)),
  };
};
