import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { saidOf, type Way } from '../../kernel/service/check-words';
import { sendCheck } from '../../kernel/service/send-check';
import { toast } from '../../kernel/toast';
import type { KeptDay } from '../kept-day';
import type { Stand } from './model';

/** Reads the organiser's code, with or without a network. */
export const useCheck = (communityId: string, day: KeptDay | undefined, done: () => void) => {
  const [busy, setBusy] = useState(false);
  const check = async (stand: Stand, way: Way, code: string): Promise<boolean> => {
    setBusy(true);
    const { activityId, shiftId, activity } = stand;
    const pass = { key: day?.passes[shiftId], ahead: day?.ahead ?? 0 };
    const about = { title: activity.title, located: activity.spot !== undefined };
    const outcome = await sendCheck(volunteering, { communityId, activityId, shiftId, way, code }, pass, about);
    setBusy(false);
    toast(saidOf(way, outcome));
    done();
    return outcome.ok || outcome.queued === true;
  };
  return { busy, check };
};
