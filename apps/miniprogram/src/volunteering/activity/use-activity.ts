import { useDidShow } from '@tarojs/taro';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { usePresence } from '../../kernel/standing';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { mineAhead } from '../mine-ahead';

export interface At {
  communityId: string;
  activityId: string;
}
interface Seen {
  whole: Whole;
  mine: readonly Mine[];
  /** How far the server's clock is ahead of the phone's, ms. */
  ahead: number;
}

/** What is not published is there for whoever leads it, and for nobody else. */
const wholeOf = async (at: At, member: boolean): Promise<Outcome<Whole>> => {
  const outcome = await call(volunteering.readActivity, at);
  if (outcome.ok || !member || outcome.refused !== 'NOT_FOUND') return outcome;
  const plan = await call(volunteering.readPlan, at);
  return plan.ok || plan.refused !== 'NOT_ORGANISER' ? plan : outcome;
};

/** An activity with what the reader has to do with it. Without signing in there is only the activity. */
export const useActivity = (at: At) => {
  const { personId } = usePresence();
  const roles = useRolesIn(at.communityId);
  const member = roles.length > 0;
  const { loaded, reload } = useLoaded<Seen>(`${at.activityId} ${member}`, async () => {
    const whole = await wholeOf(at, member);
    if (!whole.ok) return whole;
    const ahead = Date.parse(whole.value.now) - Date.now();
    const mine = member ? await mineAhead(at.communityId, new Date(whole.value.now)) : { ok: true as const, value: [] };
    return mine.ok ? { ok: true, value: { whole: whole.value, mine: mine.value, ahead } } : mine;
  });
  useDidShow(reload);
  /** The time by the server's clock. */
  const now = new Date(Date.now() + (loaded.value?.ahead ?? 0));
  return { loaded, reload, personId, roles, member, now };
};
