import { defineSlice } from './kernel/slice';

/**
 * Invitations to say how satisfied one is and what was said, which must never meet again (docs/satisfaction.md). It is a
 * table and nothing else: no routes of its own, no stream, no index, no past.
 */
export const answers = defineSlice('answers', {
  contract: {},
  table: {
    keepsNoPast:
      'Two states of this table a second apart would show which answer came together with which invitation. It is never restored: a result is kept with recovery when its round is over.',
    maxima: {
      reads: 4_000,
      writes: 2_000,
      why: 'An answer is two items in one transaction, four write units: 500 a second over the whole deployment.',
    },
  },
  functions: {},
});

/** Which invitation a code stands for, and whose letter is printed. */
export const PLACES = '*#places';
/** Wrong codes that were typed, by whom they are counted: nothing of an invitation. */
export const TRIES = '*#tries';
/** Invitations lie in partitions that end so, and answers in others: whoever serves people or tells them reads no answer. */
export const INVITED = '*#marks';
export const SAID = ['*#answers', '*#low'] as const;
