import type { Inside } from '@gongzhi/shared/wishes/model';
import { toldToClaimer } from '@gongzhi/shared/wishes/rules';
import type { PlaceItem } from '../kernel/service/ports';
import type { HeadItem, TextItem } from './repo-wishes';
import { showWish } from './show-wish';

interface Found {
  head: HeadItem;
  text: TextItem;
  place: PlaceItem | undefined;
}
const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

const showVisit = ({ head: { visit, claimerId }, place }: Found): Pick<Inside, 'visit'> => {
  if (!visit || !claimerId) return {};
  const { inAt, outAt, late, service } = place ?? {};
  return { visit: { ...visit, claimerId, ...given({ inAt, outAt, late, service }) } };
};

/** Whose wish it is: all of it to the wisher and the worker, to the claimer what they need now. */
const showWho = (as: Inside['as'], { head, text, place }: Found, now: Date) => {
  const { callName, building, door } = text;
  if (as !== 'claimer') return { callName, ...given({ building, door }) };
  const told = toldToClaimer(head, head.visit !== undefined && !place?.outAt, now);
  return {
    callName: told.callName ? callName : (head.who?.callName ?? ''),
    ...given({ building: told.door ? building : head.who?.building, door: told.door ? door : undefined }),
  };
};

const SAID = { declined: 'reason', handedBack: 'handedBack', sentBack: 'sentBack', thanks: 'word' } as const;
const showSaid = (as: Inside['as'], { said, served }: HeadItem) => {
  const name = said && SAID[said.of];
  if (served) return { served: { ...served, ...(name === 'word' ? { word: said?.words ?? '' } : {}) } };
  if (!name || name === 'word' || (as === 'claimer' && name === 'handedBack')) return {};
  return { [name]: said?.words };
};

export const showInside = (as: Inside['as'], found: Found, now: Date): Inside => {
  const { head, text } = found;
  const { at, behalf = false, claimerId, claimerName, claimedUntil } = head;
  return {
    ...showWish(head, text, now),
    ...{ as, at, behalf, hasDoor: head.hasDoor, now: now.toISOString() },
    ...showWho(as, found, now),
    ...showSaid(as, head),
    ...given({ claimerId, claimerName, claimedUntil }),
    ...showVisit(found),
  };
};
