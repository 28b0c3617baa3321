import type { Listing, Offer, OfferKind } from '@gongzhi/shared/exchange/offers';
import { MOST_POINTS, MOST_STOCK } from '@gongzhi/shared/exchange/rule-sets';

/** What stands in the form. `amount`: the stock of a new offer, or what is added to it (`-3` takes away). */
export interface Draft {
  title: string;
  kind: OfferKind;
  about: string;
  points: string;
  amount: string;
  open: boolean;
}
export const EMPTY: Draft = { title: '', kind: 'good', about: '', points: '', amount: '', open: true };

export const draftOf = ({ title, kind, about, points, open }: Offer): Draft => ({
  ...{ title, kind, about, points: String(points), amount: '0', open },
});

const whole = (typed: string): number | undefined => (/^-?\d{1,6}$/.test(typed.trim()) ? Number(typed) : undefined);

export const pointsFault = (typed: string): string | undefined => {
  const points = whole(typed);
  return points !== undefined && points >= 1 && points <= MOST_POINTS ? undefined : `请填写 1 到 ${MOST_POINTS} 的整数`;
};
/** `left`: what is there now; undefined for a new offer. */
export const amountFault = (typed: string, left: number | undefined): string | undefined => {
  const amount = whole(typed);
  if (amount === undefined) return '请填写整数';
  if (left === undefined && amount < 0) return '不能少于 0';
  if (amount > MOST_STOCK) return `不能超过 ${MOST_STOCK}`;
  return left !== undefined && left + amount < 0 ? `现在只剩 ${left} 份` : undefined;
};

export const isReady = (draft: Draft, left: number | undefined): boolean =>
  draft.title.trim() !== '' &&
  draft.about.trim() !== '' &&
  !pointsFault(draft.points) &&
  !amountFault(draft.amount, left);

export const listingOf = ({ title, kind, about, points }: Draft): Listing => ({
  ...{ title, kind, about, points: Number(points) },
});
