import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Outcome } from './answer-of';
import type { Loaded } from './ui/list-state/model';

/**
 * Fetches on mount and whenever `key` changes; hand the result to <ListState>. A failure keeps what was there, and an answer to an
 * older question is dropped. With no `key` nothing is asked.
 */
export const useLoaded = <T>(key: string | undefined, ask: () => Promise<Outcome<T>>): { loaded: Loaded<T>; reload: () => void; set: (value: T) => void } => {
  const [state, setState] = useState<{ key: string | undefined; value?: T; failure?: Failure; loading: boolean }>({ key, loading: true });
  const asking = useRef(ask);
  asking.current = ask;
  const turn = useRef(0);
  const reload = useCallback(() => {
    if (key === undefined) return;
    const mine = (turn.current += 1);
    setState((old) => ({ key, loading: true, ...(old.key === key && old.value !== undefined ? { value: old.value } : {}) }));
    void asking.current().then((outcome) => {
      if (mine !== turn.current) return;
      setState((old) => (outcome.ok ? { key, loading: false, value: outcome.value } : { ...old, key, loading: false, failure: outcome }));
    });
  }, [key]);
  useEffect(reload, [reload]);
  const set = useCallback((value: T) => setState((old) => ({ ...old, value })), []);
  const current = state.key === key;
  return { loaded: { loading: state.loading, value: current ? state.value : undefined, failure: current ? state.failure : undefined }, reload, set };
};
