import { makeStore } from './store';

/** The words announced now; Page shows them in its live region. */
export const toastWords = makeStore<string | undefined>(undefined);
const SHOWN_MS = 4000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something short that needs no answer; read aloud by screen readers, gone after a while. */
export const toast = (words: string): void => {
  clearTimeout(timer);
  toastWords.set(words);
  timer = setTimeout(() => toastWords.set(undefined), SHOWN_MS);
};
