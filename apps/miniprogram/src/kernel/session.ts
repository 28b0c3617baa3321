import type { Storage } from './platform/port';
import { makeStore, type Store } from './store';

/** The signed-in person's tokens and when this device got them (its own clock, ms), which is all its clock is trusted for. */
export interface Session {
  personId: string;
  accessToken: string;
  refreshToken: string;
  obtainedAt: number;
}
type Given = Omit<Session, 'obtainedAt'>;

const KEY = 'session';
/** Access tokens live 15 minutes; a minute is left for the way. */
const FRESH_MS = 14 * 60_000;

export const isFresh = (session: Session, now: number): boolean =>
  now >= session.obtainedAt && now - session.obtainedAt < FRESH_MS;

export interface Sessions extends Store<Session | undefined> {
  keep: (given: Given, now: number) => void;
  end: () => void;
}

const stored = (text: string | undefined): Session | undefined => {
  try {
    const found = JSON.parse(text ?? '') as Partial<Session> | null;
    return found?.accessToken && found.refreshToken && found.personId
      ? ({ obtainedAt: 0, ...found } as Session)
      : undefined;
  } catch {
    return undefined;
  }
};

/** The session as it lies on the device. Signing out forgets it here; ending it everywhere is the API's work. */
export const makeSessions = (storage: Storage): Sessions => {
  const store = makeStore(stored(storage.read(KEY)));
  return {
    ...store,
    keep: ({ personId, accessToken, refreshToken }, now) => {
      const session = { personId, accessToken, refreshToken, obtainedAt: now };
      storage.write(KEY, JSON.stringify(session));
      store.set(session);
    },
    end: () => {
      storage.remove(KEY);
      store.set(undefined);
    },
  };
};
