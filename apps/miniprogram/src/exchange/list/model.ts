import type { Offer } from '@gongzhi/shared/exchange/offers';
import type { PointsRule } from '@gongzhi/shared/exchange/model';
import { PARTS } from '@gongzhi/shared/exchange/rule-sets';
import { maySpend, mayTake } from '@gongzhi/shared/exchange/rules';
import { says } from '@gongzhi/shared/kernel/refusals';
import { priceWords } from '../words';

/** Why the reader cannot exchange now, by the rules the handler decides with; `balance` unknown: not signed in. */
export const whyNot = (
  offer: Offer,
  balance: number | undefined,
  shownAs: PointsRule['shownAs'] = 'points',
): string | undefined => {
  const no = mayTake(offer, offer.points);
  if (no) return says(no);
  if (balance === undefined) return '登录并加入社区后可以兑换。';
  if (!maySpend(balance, offer.points)) return undefined;
  return `还差 ${priceWords(Math.ceil(offer.points - balance / PARTS), shownAs)}。`;
};
