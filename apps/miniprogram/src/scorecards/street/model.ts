import type { CardHead } from '@gongzhi/shared/scorecards/model';
import { cardDay, quarterAfter, quarterAt, quarterWords } from '@gongzhi/shared/scorecards/quarters';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { tellApart } from '@gongzhi/shared/scorecards/compare';

export interface Place {
  communityId: string;
  name: string;
}
/** How many quarters are shown beside each other. */
export const QUARTERS = 4;

/** The last quarters whose cards may be made by now, the latest first. */
export const lastQuarters = (now: Date): string[] => {
  const running = quarterAt(now);
  const ended = quarterAfter(running, -1);
  const latest = dayInChina(now) < cardDay(ended) ? quarterAfter(ended, -1) : ended;
  return Array.from({ length: QUARTERS }, (_, i) => quarterAfter(latest, -i));
};

/** A community has one card a quarter. */
const oneEach = (cards: readonly CardHead[]) => new Map(cards.map((card) => [card.quarter, card])).values();

/** Communities by their names, never by their figures; each with its cards, the latest first. */
export const byName = (places: readonly Place[], cards: readonly CardHead[]) =>
  [...places]
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    .map((place) => ({
      ...place,
      cards: [...oneEach(cards.filter(({ communityId }) => communityId === place.communityId))].sort((a, b) =>
        a.quarter < b.quarter ? 1 : -1,
      ),
    }));

/** What may be said of a quarter's communities beside each other: which differ by more than chance, else that none do. */
export const apartWords = (places: readonly Place[], cards: readonly CardHead[]): string[] => {
  if (cards.length < 2) return ['有两个以上社区的记分卡，才谈得上比较。'];
  const named = byName(places, cards).flatMap(({ cards: own }) => own);
  const nameOf = (id: string) => places.find(({ communityId }) => communityId === id)?.name ?? id;
  const pairs = tellApart(named).map(({ above, below }) => `${nameOf(above)}高于${nameOf(below)}，差别超过误差。`);
  return pairs.length > 0 ? [...pairs, '其余的分不出高低。'] : ['各社区的差别都在误差以内，分不出高低。'];
};

/** Communities shown before more are asked for: with four quarters each what WeChat's first screen carries (600 nodes). */
export const SHOWN = 6;

/** Communities of which the quarter's card is not made yet. */
export const missing = (places: readonly Place[], cards: readonly CardHead[]): Place[] =>
  places.filter(({ communityId }) => !cards.some((card) => card.communityId === communityId));

export const chosenWords = (quarter: string): { value: string; label: string } => ({
  value: quarter,
  label: quarterWords(quarter),
});
