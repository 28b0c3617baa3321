import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import type { Storage } from '../kernel/platform/port';

/** What a volunteer's phone holds so that a shift can be served without a network. */
export interface KeptDay {
  personId: string;
  /** When it was heard, ISO. */
  at: string;
  /** How far the server's clock is ahead of the phone's, ms. */
  ahead: number;
  items: readonly Mine[];
  /** The key of the pass for a shift, 32 bytes in hex. */
  passes: Readonly<Record<string, string>>;
  /** What to bring to an activity. */
  bring: Readonly<Record<string, string>>;
}

const keyOf = (communityId: string) => `volunteering-day ${communityId}`;

/** What is kept for this person; another person's is not theirs to see. */
export const readKept = (storage: Storage, communityId: string, personId: string): KeptDay | undefined => {
  try {
    const found = JSON.parse(storage.read(keyOf(communityId)) ?? '') as Partial<KeptDay> | null;
    return found?.personId === personId && found.items && found.passes && found.bring ? (found as KeptDay) : undefined;
  } catch {
    return undefined;
  }
};

/** Keys and hints of shifts that are no longer there are not kept. */
export const pruned = (day: KeptDay): KeptDay => {
  const shifts = new Set(day.items.map(({ shiftId }) => shiftId));
  const activities = new Set(day.items.map(({ activityId }) => activityId));
  const only = (record: Readonly<Record<string, string>>, ids: Set<string>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
  return { ...day, passes: only(day.passes, shifts), bring: only(day.bring, activities) };
};

export const writeKept = (storage: Storage, communityId: string, day: KeptDay): void =>
  storage.write(keyOf(communityId), JSON.stringify(pruned(day)));
