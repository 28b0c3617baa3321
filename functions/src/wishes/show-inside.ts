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

const hasVisit = ({ head, place }: Found) => head.visit !== undefined && !place?.outAt;
const showDoor = ({ building, door }: TextItem) => given({ building, door });
/** To the claimer what they need now; of the rest what everybody sees. */
const showToClaimer = (found: Found, now: Date) => {
  const { text, head } = found;
  const told = toldToClaimer(head, hasVisit(found), now);
  return {
    callName: told.callName ? text.callName : (head.who?.callName ?? ''),
    ...(told.door ? showDoor(text) : given({ building: head.who?.building })),
  };
};
/** Whose wish it is: all of it to the wisher and the worker. */
const showWho = (as: Inside['as'], found: Found, now: Date) =>
  as === 'claimer' ? showToClaimer(found, now) : { callName: found.text.callName, ...showDoor(found.text) };

const SAID = { declined: 'reason', handedBack: 'handedBack', sentBack: 'sentBack' } as const;
const showSaid = (as: Inside['as'], { said, served }: HeadItem) => {
  if (served) return { served: { ...served, ...(said?.of === 'thanks' ? { word: said.words } : {}) } };
  if (!said || said.of === 'thanks' || (as === 'claimer' && said.of === 'handedBack')) return {};
  return { [SAID[said.of]]: said.words };
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
