import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import { DAY, timeInWords } from '@gongzhi/shared/kernel/time';
import { checkInWindow, checkOutWindow } from '@gongzhi/shared/kernel/service/times';
import type { Waiting } from '../../kernel/queue-core';
import type { Way } from '../../kernel/service/check-words';
import { timeOfDay } from '../../kernel/service/time-words';
import { scanDue, withUnsent } from '../../kernel/service/unsent-scans';

/** A place of one's own as it stands with what the phone has scanned and not sent yet. */
export interface Stand extends Mine {
  /** Scans that wait on this phone for the network. */
  unsent: readonly Way[];
}

/** One's places with what waits on this phone laid over them, so that nobody scans twice for want of a network. */
export const standsOf = (
  day: { items: readonly Mine[] } | undefined,
  queue: readonly Waiting[],
  owner: string,
): Stand[] => (day?.items ?? []).map((one) => withUnsent(one, queue, owner));

/** What can be scanned now; the window and the order are the handler's own rule. */
export const wayOf = (mine: Mine, now: Date): Way | undefined => scanDue(mine.shift, mine, now);

export interface Sections {
  /** On, or within a day. */
  today: Stand[];
  later: Stand[];
  /** Over, and not settled yet. */
  open: Stand[];
}

export const HEADINGS: readonly (readonly [keyof Sections, string])[] = [
  ['today', '今天和明天'],
  ['later', '以后'],
  ['open', '等组织者确认'],
];
export const isEmpty = (sections: Sections): boolean => HEADINGS.every(([name]) => sections[name].length === 0);

/** The time by the server's clock, as far as the phone knows it. */
export const nowOf = (day: { ahead: number } | undefined, phone: number): Date => new Date(phone + (day?.ahead ?? 0));

const isOver = ({ shift }: Mine, now: number) => checkOutWindow(shift).to < now;
/** In order of time; what is settled, called off or given back is not here. */
export const sectionsOf = (stands: readonly Stand[], now: Date): Sections => {
  const at = now.getTime();
  const live = stands
    .filter(({ place, service, shift }) => place !== 'withdrawn' && !service && !shift.cancelled)
    .sort((a, b) => a.shift.startsAt.localeCompare(b.shift.startsAt));
  const isToday = (one: Stand) => !isOver(one, at) && Date.parse(one.shift.startsAt) < at + DAY;
  return {
    today: live.filter(isToday),
    later: live.filter((one) => !isOver(one, at) && !isToday(one)),
    open: live.filter((one) => isOver(one, at) && one.inAt !== undefined),
  };
};

/** The one scan to do now: the first that can be done, leaving before arriving. */
export const nextScan = ({ today }: Sections, now: Date): { stand: Stand; way: Way } | undefined => {
  const ways = today.flatMap((stand) => {
    const way = wayOf(stand, now);
    return way ? [{ stand, way }] : [];
  });
  return ways.find(({ way }) => way === 'out') ?? ways[0];
};

/** What one has to know about the windows, at the time it matters. */
export const hintOf = ({ shift, place, consent, inAt, outAt, unsent }: Stand, now: Date): string => {
  if (unsent.length > 0) return '扫码已存在这部手机上，联网后自动发送，不用再扫。';
  if (place === 'waiting') return '还在候补，轮到您时会通知。';
  if (consent === 'asked') return '等您家的大人同意，同意后才能签到。';
  if (outAt) return '已签退，等组织者确认时间。';
  if (inAt)
    return `${timeOfDay(inAt)}签到。走的时候请签退，最晚${timeOfDay(new Date(checkOutWindow(shift).to).toISOString())}。`;
  const { from } = checkInWindow(shift);
  return from > now.getTime() ? `${timeInWords(new Date(from).toISOString())}起可以签到。` : '现在可以签到。';
};

/** What is said while the phone shows what it heard last. */
export const staleWords = (at: string): string =>
  `显示的是${timeInWords(at)}的内容。照样可以签到、签退，联网后自动发送。`;
