import type { Inside } from '@gongzhi/shared/wishes/model';
import type { Storage } from '../../kernel/platform/port';

/** What a claimer's phone holds so that a visit can be checked without a network. `ahead`: how far the server's clock is ahead, ms. */
export interface KeptVisit {
  personId: string;
  inside: Inside;
  /** The key of the pass for the visit, 32 bytes in hex. */
  key: string | undefined;
  ahead: number;
}
const KEY = 'wishes-visits';
/** Wishes prepared for at once. */
const KEPT = 3;

const visitsIn = (storage: Storage): KeptVisit[] => {
  try {
    const found: unknown = JSON.parse(storage.read(KEY) ?? '[]');
    return Array.isArray(found) ? (found as KeptVisit[]).filter((one) => typeof one?.inside?.wishId === 'string') : [];
  } catch {
    return [];
  }
};

/** What is kept for this person of this wish; what another person prepared is not theirs. */
export const readVisitKept = (storage: Storage, wishId: string, personId: string): KeptVisit | undefined =>
  visitsIn(storage).find((one) => one.inside.wishId === wishId && one.personId === personId);

const others = (storage: Storage, wishId: string, personId: string) =>
  visitsIn(storage).filter((one) => one.inside.wishId !== wishId && one.personId === personId);

/** Another person's visits go with the first of one's own. */
export const writeVisitKept = (storage: Storage, visit: KeptVisit): void => {
  const rest = others(storage, visit.inside.wishId, visit.personId);
  storage.write(KEY, JSON.stringify([visit, ...rest].slice(0, KEPT)));
};

/** A wish one no longer has to do with takes its door with it. */
export const dropVisitKept = (storage: Storage, wishId: string, personId: string): void => {
  if (visitsIn(storage).length > 0) storage.write(KEY, JSON.stringify(others(storage, wishId, personId)));
};
