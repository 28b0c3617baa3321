import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import { readOwnCode } from '@gongzhi/shared/kernel/service/pass';
import { mayCap, mayConfirm, waitsForWord } from '@gongzhi/shared/kernel/service/check-rules';
import { counted } from '@gongzhi/shared/kernel/service/times';
import { DAY, MINUTE, dateInWords, timeInWords } from '@gongzhi/shared/kernel/time';
import type { Waiting } from '../../kernel/queue-core';
import { attendanceTag, GRADE_WORDS } from '../words';
import { lengthWords } from '../../kernel/service/time-words';

export type Way = 'in' | 'out';
/** Somebody on the board. `unsent`: scanned by this phone, which has no network yet. */
export interface Here extends Attendance {
  unsent: readonly Way[];
}

/** Scans of this shift that wait on this phone: who and which way. */
const unsentIn = (queue: readonly Waiting[], owner: string, shiftId: string) =>
  queue.flatMap(({ state, route, input, owner: whose }) => {
    const mine = state === 'waiting' && whose === owner && route.endsWith('/scans') && input['shiftId'] === shiftId;
    const personId = mine && readOwnCode(String(input['code']))?.personId;
    return personId ? [{ personId, way: input['way'] as Way }] : [];
  });

/** Who signed up, with what this phone scanned and has not sent laid over. */
export const hereOf = (people: readonly Attendance[], queue: readonly Waiting[], owner: string): Here[] => {
  const [first] = people;
  const unsent = first ? unsentIn(queue, owner, first.shiftId) : [];
  return people.map((one) => ({
    ...one,
    unsent: unsent.filter(({ personId }) => personId === one.personId).map(({ way }) => way),
  }));
};

export interface Groups {
  /** Must be settled by the organiser's word. */
  open: Here[];
  here: Here[];
  coming: Here[];
  done: Here[];
  waiting: Here[];
}
export const GROUP_WORDS: readonly (readonly [keyof Groups, string])[] = [
  ['open', '等您结算'],
  ['here', '在场'],
  ['coming', '还没到'],
  ['waiting', '候补'],
  ['done', '已离场'],
];

/** Came and did not check out though the shift is over, or scanned without a network: only the organiser can say. */
const isOpen = (one: Here, shift: Shift, now: Date) => waitsForWord(one) || !mayCap(shift, one, now);
const groupOf = (one: Here, shift: Shift, now: Date): keyof Groups => {
  if (one.service) return 'done';
  if (isOpen(one, shift, now)) return 'open';
  if (one.outAt || one.unsent.includes('out')) return 'done';
  if (one.inAt || one.unsent.includes('in')) return 'here';
  return one.place === 'waiting' ? 'waiting' : 'coming';
};

export const groupsOf = (people: readonly Here[], shift: Shift, now: Date): Groups => {
  const groups: Groups = { open: [], here: [], coming: [], done: [], waiting: [] };
  for (const one of people.filter(({ place }) => place !== 'withdrawn')) groups[groupOf(one, shift, now)].push(one);
  return groups;
};

/** How many came of those who have a place. */
export const cameOf = (people: readonly Here[]): { base: number; done: number } => {
  const placed = people.filter(({ place }) => place === 'taken');
  return { base: placed.length, done: placed.filter(({ inAt, unsent }) => inAt ?? unsent[0]).length };
};

/** What scanning a volunteer does unless the organiser says otherwise: arriving until the middle of the shift, leaving after it. */
export const usualWay = ({ startsAt, endsAt }: Shift, now: Date): Way =>
  now.getTime() < (Date.parse(startsAt) + Date.parse(endsAt)) / 2 ? 'in' : 'out';

/** What is wrong with a scanned text before it is sent; nothing when it is a code of this shift. */
export const codeFault = (text: string, { shiftId }: Shift): string | undefined => {
  const code = readOwnCode(text);
  if (!code) return '这不是志愿者的服务码。请志愿者打开“我的服务”，点“出示我的服务码”。';
  return code.shiftId === shiftId ? undefined : '这是另一个班次的服务码。请志愿者打开这个班次的服务码。';
};

const clock = (instant: string) => timeInWords(instant).slice(dateInWords(instant).length);
const ENDS = { code: '扫码', scan: '组织者扫码', word: '组织者确认' } as const;
const BANDS = { here: '手机在服务地点', near: '手机在附近', far: '手机离服务地点较远', unknown: '' } as const;

const endWords = (at: string | undefined, via: keyof typeof ENDS | undefined, what: string): string =>
  at ? `${clock(at)}${what}${via ? `（${ENDS[via]}）` : ''}` : '';

/** What is known of somebody's coming and going, in lines. */
export const factsOf = ({ inAt, inVia, outAt, outVia, band, late, service, walkIn }: Here): string[] =>
  [
    walkIn ? '现场登记' : '',
    endWords(inAt, inVia, '签到') || '还没有签到',
    BANDS[band ?? 'unknown'],
    endWords(outAt, outVia, '签退'),
    late ? '扫码时没有网络，后来补传' : '',
    service ? `记 ${lengthWords(service.minutes)}：${GRADE_WORDS[service.grade]}` : '',
  ].filter(Boolean);

/** A row of the board. */
export const rowOf = (one: Here): { label: string; value: string } => ({
  label: one.name,
  value: one.unsent.length > 0 ? '已扫码，待发送' : attendanceTag(one)[0],
});

const CHINA = 8 * 60 * MINUTE;
/** Time of day on the wall, `HH:mm`, China time. */
export const wallClock = (instant: string): string => new Date(Date.parse(instant) + CHINA).toISOString().slice(11, 16);
/** The instant of a time of day within a shift that may run past midnight. */
export const instantIn = ({ startsAt }: Pick<Shift, 'startsAt'>, time: string): string => {
  const start = Date.parse(startsAt);
  const day = Math.floor((start + CHINA) / DAY) * DAY - CHINA;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const at = day + (hours * 60 + minutes) * MINUTE;
  return new Date(at < start ? at + DAY : at).toISOString();
};

/** The times an organiser is offered to confirm: what was scanned, within the shift; else the shift itself. */
export const offeredTimes = (one: Pick<Here, 'inAt' | 'outAt'>, shift: Shift): { from: string; to: string } => {
  const { from, to } = counted(shift, one.inAt ?? shift.startsAt, one.outAt ?? shift.endsAt);
  return from < to ? { from, to } : { from: shift.startsAt, to: shift.endsAt };
};

export const canCap = (one: Here, shift: Shift, now: Date): boolean => !mayCap(shift, one, now);
/** Why times cannot be confirmed, as a refusal of the handler's own rule; undefined when they can. */
export const confirmFault = (one: Here, shift: Shift, times: { from: string; to: string }, now: Date) =>
  mayConfirm(shift, one, times, now);

/** What came of settling several at once. */
export const settledWords = (settled: number, asked: number): string =>
  settled === asked ? `${settled} 人已结算。` : `${asked} 人中 ${settled} 人已结算，其余的请再试一次。`;
