import type { Failure } from '../../answer-of';

/** The four states of whatever is fetched. `empty` is content with nothing in it. */
export type State = 'loading' | 'failed' | 'empty' | 'content';
export interface Loaded<T> {
  value?: T | undefined;
  failure?: Failure | undefined;
  loading: boolean;
}

/** A failure never hides what is already there. */
export const stateOf = <T>(loaded: Loaded<T>, isEmpty: (value: T) => boolean): State => {
  if (loaded.value !== undefined) return isEmpty(loaded.value) ? 'empty' : 'content';
  return loaded.failure ? 'failed' : 'loading';
};
