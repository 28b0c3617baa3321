import type { Storage } from '../kernel/platform/port';

const keyOf = (code: string): string => `satisfaction call back ${code}`;

/**
 * The call-back code of an answer by code, for as long as it is on its way: an answer that was lost is asked for again with
 * the same one. It goes when the answer is recorded, for the phone may be somebody else's.
 */
export const makeKeptCallBacks = (storage: Storage, make: () => Promise<string>) => ({
  of: async (code: string): Promise<string> => {
    const known = storage.read(keyOf(code));
    if (known) return known;
    const made = await make();
    storage.write(keyOf(code), made);
    return made;
  },
  /** Of an answer of which it is not known whether it came. */
  known: (code: string): string | undefined => storage.read(keyOf(code)),
  drop: (code: string): void => storage.remove(keyOf(code)),
});
