import { useEffect } from 'react';
import type { Failure, Outcome } from './answer-of';
import { sessions } from './call';
import { platform } from './platform/platform';
import { chosenOf, standingOf, type Belonging, type Chosen, type Standing } from './standing-core';
import { makeStore, useStore } from './store';

const KEY = 'standing';
interface Known {
  personId?: string;
  belongings?: readonly Belonging[];
  failure?: Failure;
  loading: boolean;
}
const known = makeStore<Known>({ loading: false });
const chosen = makeStore<Chosen>(chosenOf(platform.storage.read(KEY)));

let ask: () => Promise<Outcome<{ items: Belonging[] }>>;
/** Says how belongings are read; app.tsx calls it once, so that the kernel knows no slice. */
export const belongingsBy = (given: typeof ask): void => {
  ask = given;
};

/** What was known of this person before, which a failure does not take away. */
const before = (personId: string): Pick<Known, 'belongings'> => {
  const { personId: whose, belongings } = known.get();
  return whose === personId && belongings ? { belongings } : {};
};

/** Reads afresh where the person belongs: after joining, leaving, or a role given or taken. */
export const refreshStanding = async (): Promise<void> => {
  const personId = sessions.get()?.personId;
  if (!personId) return known.set({ loading: false });
  known.set({ personId, loading: true, ...before(personId) });
  const outcome = await ask();
  if (sessions.get()?.personId !== personId) return known.set({ loading: false });
  known.set({
    personId,
    loading: false,
    ...(outcome.ok ? { belongings: outcome.value.items } : { ...before(personId), failure: outcome }),
  });
};

/** Acts in another place or role from now on; kept on the device. */
export const chooseStanding = (next: Chosen): void => {
  platform.storage.write(KEY, JSON.stringify(next));
  chosen.set(next);
};

export interface Presence {
  signedIn: boolean;
  personId?: string | undefined;
  belongings: { value?: readonly Belonging[] | undefined; failure?: Failure | undefined; loading: boolean };
  /** Where and as whom the person acts; undefined before it is known or when they belong nowhere yet. */
  standing: Standing | undefined;
}

/** Who is here. Reads belongings once after each sign-in. */
export const usePresence = (): Presence => {
  const session = useStore(sessions);
  const state = useStore(known);
  const choice = useStore(chosen);
  const personId = session?.personId;
  useEffect(() => {
    if (personId && known.get().personId !== personId) void refreshStanding();
  }, [personId]);
  const mine = state.personId === personId ? state : { loading: personId !== undefined };
  return {
    signedIn: personId !== undefined,
    personId,
    belongings: { value: mine.belongings, failure: mine.failure, loading: mine.loading },
    standing: personId && mine.belongings ? standingOf(mine.belongings, choice) : undefined,
  };
};
