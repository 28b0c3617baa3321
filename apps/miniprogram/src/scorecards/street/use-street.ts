import type { Outcome } from '../../kernel/answer-of';
import { directory } from '@gongzhi/shared/directory/contract';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import type { CardHead } from '@gongzhi/shared/scorecards/model';
import { call } from '../../kernel/call';
import { useLoaded } from '../../kernel/use-loaded';
import { allPages } from '../../kernel/use-pages';
import { serviceIn, type Subject } from '../words';
import type { Place } from './model';

const cursorOf = (cursor: string | undefined) => (cursor ? { cursor } : {});

/** The street's communities and their cards of these quarters, of the whole or of one service, all at once: what is compared must be whole. */
const readStreet = async (
  streetId: string,
  quarters: readonly string[],
  subject: Subject,
): Promise<Outcome<{ places: Place[]; cards: CardHead[] }>> => {
  const places = await allPages<Place>((cursor) => call(directory.listCommunities, { streetId, ...cursorOf(cursor) }));
  if (!places.ok) return places;
  const cards: CardHead[] = [];
  for (const quarter of quarters) {
    const some = await allPages<CardHead>((cursor) =>
      call(scorecards.listStreetCards, { streetId, quarter, ...serviceIn(subject), ...cursorOf(cursor) }),
    );
    if (!some.ok) return some;
    cards.push(...some.value);
  }
  return { ok: true, value: { places: places.value, cards } };
};

export const useStreet = (streetId: string, quarters: readonly string[], subject: Subject) =>
  useLoaded(`${streetId}${subject}`, () => readStreet(streetId, quarters, subject));
