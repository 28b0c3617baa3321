import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import type { Place, Shift } from '@gongzhi/shared/kernel/service/model';
import { maySignUp, mayWithdraw } from '@gongzhi/shared/volunteering/rules';
import { slotWords } from '../words';
import { spanWords } from '../../kernel/service/time-words';

type Places = readonly Pick<Mine, 'shiftId' | 'place' | 'inAt'>[];
const mineIn = (mine: Places, { shiftId }: Pick<Shift, 'shiftId'>) => mine.find((one) => one.shiftId === shiftId);

/** Shifts that have not ended, the soonest first, and those that have. */
export const shiftsBy = ({ shifts }: Pick<Whole, 'shifts'>, now: Date): { ahead: Shift[]; past: Shift[] } => {
  const sorted = [...shifts].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const isPast = ({ endsAt }: Shift) => Date.parse(endsAt) <= now.getTime();
  return { ahead: sorted.filter((shift) => !isPast(shift)), past: sorted.filter(isPast).reverse() };
};

/** Whatever is asked at signing up is answered there: here it does not count against anybody. */
const WILLING = { riskRead: true, minor: false };

/** Shifts one may sign up for now, full ones (with a waiting list) among them. */
export const offersOf = (whole: Whole, mine: Places, now: Date): Shift[] =>
  shiftsBy(whole, now).ahead.filter(
    (shift) => !maySignUp(whole, shift, { ...WILLING, mine: mineIn(mine, shift), onSpot: false }, now),
  );

/** A shift that is on, in which whoever is there registers by the organiser's code; before it begins one signs up. */
export const onSpotOf = (whole: Whole, mine: Places, now: Date): Shift | undefined =>
  shiftsBy(whole, now).ahead.find(
    (shift) =>
      Date.parse(shift.startsAt) <= now.getTime() &&
      !maySignUp(whole, shift, { ...WILLING, mine: mineIn(mine, shift), onSpot: true }, now),
  );

export const canWithdraw = (shift: Shift, mine: Places, now: Date): boolean =>
  !mayWithdraw(shift, mineIn(mine, shift), now);

/** A shift to choose, with its places. */
export const optionOf = (shift: Shift, now: Date): { value: string; label: string; note: string } => ({
  value: shift.shiftId,
  label: spanWords(shift, now),
  note: slotWords(shift),
});

/** The shift that is chosen at first: the one the list led here by, or the soonest with a place. */
export const firstOffer = (offers: readonly Shift[], asked: string | undefined): Shift | undefined =>
  offers.find(({ shiftId }) => shiftId === asked) ?? offers.find(({ slots, taken }) => taken < slots) ?? offers[0];

/** What is said after signing up. */
export const signedUpWords = (place: Place, minor: boolean): string => {
  if (place === 'waiting') return '名额已满，已列入候补，轮到您时会通知。';
  return minor ? '已报名。请您家的大人在“我的服务”里同意，同意后才能签到。' : '已报名。到时在“我的服务”里签到。';
};

/** Whether somebody must be of age, in a sentence. */
export const ageWords = ({ minors }: Pick<Whole, 'minors'>): string =>
  minors ? '未满 18 周岁的，同一户的大人同意后可以参加。' : '年满 18 周岁才能参加。';

/** The insurance as everybody may know it. */
export const coverWords = ({ risky, insured }: Pick<Whole, 'risky' | 'insured'>): string => {
  if (insured) return '组织者已为志愿者买了保险。';
  return risky ? '有一定风险，买了保险才会发布。' : '没有单独买保险。';
};

export type Age = 'adult' | 'minor';
export const AGES = [
  { value: 'adult', label: '已满 18 周岁' },
  { value: 'minor', label: '未满 18 周岁' },
] as const;

/** What is said after registering on the spot; `checked`: what came of the check-in that followed. */
export const spotWords = (minor: boolean, checked: { ok: true } | { ok: false; says: string } | undefined): string => {
  if (minor) return '已登记。请您家的大人在“我的服务”里同意，或把纸质同意书交给组织者，再签到。';
  return checked?.ok ? '已登记并签到，走的时候记得签退。' : `已登记，还没有签到：${checked?.says ?? '请再扫一次码。'}`;
};
