import { isWhole, type Audience } from '@gongzhi/shared/kernel/audience';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Part } from '@gongzhi/shared/kernel/announcement-parts';
import type { Content, Need, State, Words } from './model';
import { ANNOUNCING } from './rule-sets';

/** What is decided on, of an announcement as it stands. */
export interface Standing {
  state: State;
  authorId: string;
  revision: number;
  audience: Audience;
  publishAt?: string | undefined;
  /** A correction waits; who wrote it. */
  proposedBy?: string | undefined;
}

/** Whether a second person must agree before it goes out: when it is for everybody. */
export const needsSecond = (audience: Audience): boolean => isWhole(audience);

const EDITABLE: readonly State[] = ['draft', 'returned'];
/** Whether its author may keep another state of the draft, or send it on its way. */
export const mayEdit = (
  { state, authorId, revision }: Standing,
  { personId, seen }: { personId: string; seen: number | undefined },
): Refusal<'NOT_YOURS' | 'ANNOUNCEMENT_OUT' | 'STALE'> | undefined => {
  if (authorId !== personId) return refuse('NOT_YOURS');
  if (!EDITABLE.includes(state)) return refuse('ANNOUNCEMENT_OUT');
  return seen === revision ? undefined : refuse('STALE');
};

interface Sending {
  kind: Content['kind'];
  publishAt?: string | undefined;
  override?: string | undefined;
}
/** Whether it may be sent so: later, within the days ahead, and in quiet hours only when it is urgent. */
export const maySend = (
  { kind, publishAt, override }: Sending,
  now: Date,
): Refusal<'PUBLISH_TIME' | 'OVERRIDE_URGENT'> | undefined => {
  const days = ANNOUNCING.mostDaysAhead.value;
  const at = publishAt === undefined ? undefined : Date.parse(publishAt) - now.getTime();
  if (at !== undefined && (at <= 0 || at > days * DAY)) return refuse('PUBLISH_TIME', { days });
  return override !== undefined && kind !== 'urgent' ? refuse('OVERRIDE_URGENT') : undefined;
};

/** What becomes of it when nothing more stands in its way: out at once, or at its instant. */
export const outState = (publishAt: string | undefined, now: Date): 'scheduled' | 'published' =>
  publishAt !== undefined && publishAt > now.toISOString() ? 'scheduled' : 'published';

/** Whether a second person may decide now. Who wrote what waits never does. */
export const mayDecide = (
  { state, authorId, proposedBy, revision }: Standing,
  { personId, seen }: { personId: string; seen: number },
): Refusal<'NOTHING_WAITS' | 'OWN_ANNOUNCEMENT' | 'STALE'> | undefined => {
  const writer = state === 'waiting' ? authorId : proposedBy;
  if (writer === undefined) return refuse('NOTHING_WAITS');
  if (writer === personId) return refuse('OWN_ANNOUNCEMENT');
  return seen === revision ? undefined : refuse('STALE');
};

/** Whether what waits or is scheduled may be a draft again. */
export const mayTakeBack = (
  { state, revision }: Standing,
  seen: number,
): Refusal<'NOTHING_WAITS' | 'STALE'> | undefined => {
  if (state !== 'waiting' && state !== 'scheduled') return refuse('NOTHING_WAITS');
  return seen === revision ? undefined : refuse('STALE');
};

/** Whether it is out, so that it may be corrected or withdrawn. */
export const mayChangeOut = ({ state, revision }: Standing, seen: number): Refusal<'NOT_OUT' | 'STALE'> | undefined => {
  if (state !== 'published') return refuse('NOT_OUT');
  return seen === revision ? undefined : refuse('STALE');
};

const spanIn = ({ when, until }: Words): string => `${when ?? ''}/${until ?? ''}`;
const filesIn = ({ files = [] }: Words): string => files.map(({ fileId, label }) => `${fileId} ${label}`).join('\n');
const CHANGES: Readonly<Record<Part, (before: Words, after: Words) => boolean>> = {
  time: (before, after) => spanIn(before) !== spanIn(after),
  place: (before, after) => (before.place ?? '') !== (after.place ?? ''),
  title: (before, after) => before.title !== after.title,
  body: (before, after) => before.body !== after.body,
  links: (before, after) => JSON.stringify(before.links) !== JSON.stringify(after.links),
  files: (before, after) => filesIn(before) !== filesIn(after),
};
/** What a correction changes, what people must act on first. */
export const changedIn = (before: Words, after: Words): Part[] =>
  (Object.keys(CHANGES) as Part[]).filter((part) => CHANGES[part](before, after));

/** Whether a text may take the place of another: something must change, and a new time be still to come, for people will go by it. */
export const mayCorrect = (
  { before, after }: { before: Words; after: Words },
  now: Date,
): Refusal<'NOTHING_CHANGED' | 'TIME_OVER'> | undefined => {
  const changed = changedIn(before, after);
  if (changed.length === 0) return refuse('NOTHING_CHANGED');
  const end = after.until ?? after.when;
  const over = changed.includes('time') && end !== undefined && end <= now.toISOString();
  return over ? refuse('TIME_OVER') : undefined;
};

/** Whether somebody without an account may read it: what is addressed by what people are, and not to a list or to followers. */
export const isPublic = ({ followers, people }: Audience): boolean => !followers && !people;

/** Whether it still stands on the board: so many days, or until what it tells of is over; what has no end is over when it begins. */
export const isCurrent = (
  { at, when, until = when }: { at: string; when?: string | undefined; until?: string | undefined },
  now: Date,
): boolean => {
  const last = new Date(Date.parse(at) + ANNOUNCING.boardDays.value * DAY).toISOString();
  return now.toISOString() < (until !== undefined && until > last ? until : last);
};

/** Whether a member may read it. `staff`: who writes and approves announcements. */
export const mayRead = (
  { state, audience }: Pick<Standing, 'state' | 'audience'>,
  { personId, staff }: { personId: string; staff: boolean },
): boolean =>
  (state === 'published' || state === 'withdrawn') && (staff || !audience.people || audience.people.includes(personId));

/** Whether households of which nobody is in the app are meant as well: what names people, or what only members can be, does not mean them. */
export const meansSilent = ({ followers, people, interests, roles }: Audience): boolean =>
  !followers && !people && !interests && (!roles || roles.includes('resident') || roles.includes('owner'));

/** What is known of a household that was not reached. `bands`: what its members told of their age. */
export interface Unreached {
  adults: number;
  joined: number;
  bands: readonly string[];
}
/** Why a household should be called sooner. That somebody lives alone is a guess from the roll. */
export const needsOf = ({ adults, joined, bands }: Unreached): Need[] => {
  const { band, adults: alone } = ANNOUNCING.livesAlone.value;
  const elderly = bands.includes(band);
  const single = adults === alone;
  return [
    ...(elderly ? [single ? ('alone' as const) : ('elderly' as const)] : []),
    ...(single && !elderly ? (['single'] as const) : []),
    ...(joined === 0 ? (['silent'] as const) : []),
  ];
};
/** Its place in the list, 0 the first: likely alone and old, old, one adult whom nobody in the app can tell, the others. */
export const rankOf = (needs: readonly Need[]): number => {
  if (needs.includes('alone')) return 0;
  if (needs.includes('elderly')) return 1;
  return needs.includes('single') && needs.includes('silent') ? 2 : 3;
};

/** Whether a row is in somebody else's hand now. */
export const isTaken = (
  { by, until }: { by?: string | undefined; until?: string | undefined },
  { personId, now }: { personId: string; now: Date },
): boolean => by !== undefined && by !== personId && until !== undefined && until > now.toISOString();
