import { defineSlice } from './kernel/slice';

/**
 * The secret ballots and the marks of who took part, which must never meet again (docs/recount.md). It is a table and
 * nothing else: no routes of its own, no stream, no index, no past. Functions of the slice votes alone reach it.
 */
export const ballots = defineSlice('ballots', {
  contract: {},
  table: {
    keepsNoPast:
      'Two states of this table a second apart would show which ballot came together with which mark. It is never restored: nobody may change or delete what is in it, and the list published after the end is kept with recovery.',
    maxima: {
      reads: 4_000,
      writes: 2_000,
      why: 'A secret ballot is two items in one transaction, four write units: 500 a second over the whole deployment.',
    },
  },
  functions: {},
});

/** Marks lie in partitions that end so, ballots in others: whoever serves people may read the marks and not one ballot. */
export const MARKS = '*#marks';
export const CAST = '*#cast';
