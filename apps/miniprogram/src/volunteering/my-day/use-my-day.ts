import { useDidShow } from '@tarojs/taro';
import { DAY } from '@gongzhi/shared/kernel/time';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { useLoaded } from '../../kernel/use-loaded';
import { readKept, writeKept, type KeptDay } from '../kept-day';
import { mineAhead } from '../mine-ahead';

/** Passes are fetched two days before, so that a phone may be offline for a day. */
const BEFORE_MS = 2 * DAY;
const isNear = ({ shift, place }: Mine, now: number) =>
  place === 'taken' && Date.parse(shift.startsAt) < now + BEFORE_MS;

/** What the phone must have before the network goes: keys of the shifts that are near, the server's time, what to bring. */
const prepare = async (communityId: string, day: KeptDay): Promise<KeptDay> => {
  const near = day.items.filter((one) => isNear(one, Date.now()));
  const passes: Record<string, string> = { ...day.passes };
  const bring: Record<string, string> = { ...day.bring };
  let { ahead } = day;
  for (const { activityId, shiftId } of near) {
    const pass = await call(volunteering.readPass, { communityId, activityId, shiftId });
    if (!pass.ok) continue;
    passes[shiftId] = pass.value.key;
    ahead = Date.parse(pass.value.now) - Date.now();
  }
  for (const activityId of new Set(near.map((one) => one.activityId))) {
    const whole =
      bring[activityId] === undefined && (await call(volunteering.readActivity, { communityId, activityId }));
    if (whole && whole.ok) bring[activityId] = whole.value.bring ?? '';
  }
  return { ...day, passes, bring, ahead };
};

export type MyDayValue = KeptDay & { stale?: true };

/** What was heard just now, with what the phone had before. */
const heardOf = (personId: string, items: readonly Mine[], before: KeptDay | undefined): KeptDay => ({
  ...{ ahead: 0, passes: {}, bring: {} },
  ...before,
  ...{ personId, at: new Date().toISOString(), items },
});

/** One's day, kept on the phone: without a network it is what was heard last. */
export const useMyDay = (communityId: string, personId: string) => {
  const ask = async (): Promise<Outcome<MyDayValue>> => {
    const before = readKept(platform.storage, communityId, personId);
    const mine = await mineAhead(communityId, new Date(Date.now() + (before?.ahead ?? 0)));
    if (!mine.ok) return before && mine.broken ? { ok: true, value: { ...before, stale: true } } : mine;
    const day = await prepare(communityId, heardOf(personId, mine.value, before));
    writeKept(platform.storage, communityId, day);
    return { ok: true, value: day };
  };
  const { loaded, reload } = useLoaded<MyDayValue>(`${communityId} ${personId}`, ask);
  useDidShow(reload);
  return { loaded, reload };
};
