import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Outcome } from './answer-of';
import type { Loaded } from './ui/list-state/model';

interface State<T> {
  key: string | undefined;
  value?: T;
  failure?: Failure;
  loading: boolean;
}
type Ask<T> = () => Promise<Outcome<T>>;
export interface Loading<T> {
  loaded: Loaded<T>;
  /** Asks the same again; what is there stays until the answer. */
  reload: () => void;
  /** Asks something else for the same place (the next page). */
  load: (ask: Ask<T>) => void;
  /** Puts in what a command's answer made known. */
  set: (value: T) => void;
}

const starting = <T>(key: string | undefined, old: State<T>): State<T> => ({
  key,
  loading: true,
  ...(old.key === key && old.value !== undefined ? { value: old.value } : {}),
});

/**
 * Fetches on mount and whenever `key` changes; hand `loaded` to <ListState>. A failure keeps what was there, and an answer
 * to an older question is dropped. With no `key` nothing is asked.
 */
export const useLoaded = <T>(key: string | undefined, ask: Ask<T>): Loading<T> => {
  const [state, setState] = useState<State<T>>({ key, loading: true });
  const asking = useRef(ask);
  asking.current = ask;
  const turn = useRef(0);
  const load = useCallback(
    (how: Ask<T>) => {
      if (key === undefined) return;
      const mine = (turn.current += 1);
      setState((old) => starting(key, old));
      void how().then((outcome) => {
        if (mine !== turn.current) return;
        setState((old) =>
          outcome.ok
            ? { key, loading: false, value: outcome.value }
            : { ...old, key, loading: false, failure: outcome },
        );
      });
    },
    [key],
  );
  const reload = useCallback(() => load(() => asking.current()), [load]);
  useEffect(reload, [reload]);
  const set = useCallback((value: T) => setState((old) => ({ ...old, value })), []);
  const current: State<T> = state.key === key ? state : { key, loading: true };
  return { loaded: { loading: current.loading, value: current.value, failure: current.failure }, reload, load, set };
};
