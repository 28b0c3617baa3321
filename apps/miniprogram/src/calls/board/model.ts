import type { Member, Whole } from '@gongzhi/shared/calls/contract';
import { mayCancel, mayEnd } from '@gongzhi/shared/calls/rules';
import { mayCap, mayConfirm, waitsForWord } from '@gongzhi/shared/kernel/service/check-rules';
import { counted } from '@gongzhi/shared/kernel/service/times';
import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import { lengthWords, timeOfDay } from '../../kernel/service/time-words';
import type { Way } from '../../kernel/service/check-words';
import { SAID_WORDS, skillWords } from '../words';

/** What whoever called may do with it now, the handler’s own rules. */
export const stepOf = ({ status, shift }: Pick<Whole, 'status' | 'shift'>, now: Date): 'cancel' | 'end' | undefined => {
  if (!mayCancel(status, shift, now)) return 'cancel';
  return mayEnd(status, shift, now) ? undefined : 'end';
};

/** Somebody who comes, as a row: those who must be settled first. */
export const placeWords = (one: Attendance): string => {
  if (one.service) return `已记 ${lengthWords(one.service.minutes)}`;
  if (waitsForWord(one)) return '等您确认';
  if (one.outAt) return `${timeOfDay(one.outAt)} 已签退`;
  return one.inAt ? `${timeOfDay(one.inAt)} 已签到` : '还没到';
};

/** A member who was asked, as a row. */
export const memberRow = ({ name, building, skills, answer }: Member): { label: string; value: string } => ({
  label: name,
  value: [SAID_WORDS[answer], building, ...skills.map(skillWords)].filter(Boolean).join(' · '),
});

/** The times offered to be confirmed: what was scanned, within the call; else the call itself. */
export const offeredTimes = (one: Pick<Attendance, 'inAt' | 'outAt'>, shift: Shift): { from: string; to: string } => {
  const { from, to } = counted(shift, one.inAt ?? shift.startsAt, one.outAt ?? shift.endsAt);
  return from < to ? { from, to } : { from: shift.startsAt, to: shift.endsAt };
};
export const canCap = (one: Attendance, shift: Shift, now: Date): boolean => !mayCap(shift, one, now);
export const canConfirm = (one: Attendance, shift: Shift, now: Date): boolean =>
  !one.service && !mayConfirm(shift, one, offeredTimes(one, shift), now);

/** What scanning somebody does unless it is said otherwise: arriving until the middle, leaving after it. */
export const usualWay = ({ startsAt, endsAt }: Shift, now: Date): Way =>
  now.getTime() < (Date.parse(startsAt) + Date.parse(endsAt)) / 2 ? 'in' : 'out';
