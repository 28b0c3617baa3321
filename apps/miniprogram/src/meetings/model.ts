import type { Live } from '@gongzhi/shared/meetings/model';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';

const SHORTEST_MS = 3_000;
const LONGEST_MS = 8_000;
const FAILED_MS = 30_000;

/** When a live page asks again: soon after something moved, later and later while nothing does, latest when nobody answered. */
export const nextDelay = (before: number, { moved, failed }: { moved: boolean; failed: boolean }): number =>
  failed ? FAILED_MS : moved ? SHORTEST_MS : Math.min(LONGEST_MS, Math.round(before * 1.5));
export const FIRST_DELAY = SHORTEST_MS;

/** What of a meeting would be seen to move; the clock alone is nothing new. */
export const fingerprint = ({ now: _, ...rest }: Live): string => JSON.stringify(rest);

/** Milliseconds of the server's clock past an instant; `since`: how long ago the phone heard what time it was there, whatever its own clock says. */
export const msSince = (instant: string, serverNow: string, since: number): number =>
  new Date(serverNow).getTime() - new Date(instant).getTime() + Math.max(0, since);

const dayOf = (instant: string | Date) =>
  new Date(new Date(instant).getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 10);

/** What is offered as the day and time of a new meeting: tomorrow evening. China time. */
export const firstStart = (now: Date): { date: string; time: string } => ({
  date: dayOf(new Date(now.getTime() + DAY)),
  time: '19:00',
});
export const startOf = ({ date, time }: { date: string; time: string }): string =>
  new Date(`${date}T${time}:00.000+08:00`).toISOString();
export const ownStart = (instant: string): { date: string; time: string } => ({
  date: dayOf(instant),
  time: new Date(new Date(instant).getTime() + 8 * 60 * MINUTE).toISOString().slice(11, 16),
});

export type Step =
  | { kind: 'none'; label?: undefined }
  | { kind: 'sign' | 'hand' | 'ask' | 'wait' | 'speaking' | 'minutes'; label: string };

const asksForHand = ({ question, mine }: Live) =>
  question !== undefined && !question.outcome && mine.expected && !mine.hand;

/** What somebody in the room can do. */
const inRoom = (live: Live, personId: string | undefined): Step => {
  if (live.speech && live.speech.personId === personId) return { kind: 'speaking', label: '我说完了' };
  if (asksForHand(live)) return { kind: 'hand', label: '举手表决' };
  if (live.item === undefined) return { kind: 'none' };
  return live.mine.asked ? { kind: 'wait', label: '不等了，撤回发言' } : { kind: 'ask', label: '我要发言' };
};

/** The one thing a member can do now, and what to tell them. */
export const stepOf = (live: Live, personId: string | undefined): Step => {
  const { status, mine } = live;
  if (status === 'ended') return { kind: 'minutes', label: '看会议纪要' };
  if (status !== 'gathering' && status !== 'open') return { kind: 'none' };
  return mine.present ? inRoom(live, personId) : { kind: 'sign', label: '签到' };
};
