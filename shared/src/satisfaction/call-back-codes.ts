import { base32 } from '@gongzhi/shared/kernel/ids';

/**
 * Somebody without the app keeps the ticket of a low answer on paper: 80 random bits, four groups of four characters. That
 * is too much to be tried out even by whoever has the seals and their key, and can still be written down.
 */
const LENGTH = 16;
const GROUP = 4;
/** Digits of hex in a ticket. */
const TICKET = 32;
const LETTERS = base32(Uint8Array.from({ length: 32 }, (_, i) => i));

/** Random bytes a new code is made of. */
export const CALL_BACK_BYTES = LENGTH;
const inGroups = (code: string): string => code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';

/** A new code, as it is written: ABCD-EFGH-JKMN-PQRS. `random`: CALL_BACK_BYTES unpredictable bytes. */
export const callBackCodeOf = (random: Uint8Array): string => inGroups(base32(random.subarray(0, LENGTH)));
/** A code while it is typed; lower case and spaces are forgiven. */
export const callBackCodeIn = (typed: string): string =>
  inGroups(
    typed
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .slice(0, LENGTH),
  );

/** Twenty bits of a group as five digits of hex. */
const hexOf = (group: string): string =>
  [...group]
    .reduce((sum, letter) => sum * LETTERS.length + LETTERS.indexOf(letter), 0)
    .toString(16)
    .padStart(GROUP + 1, '0');

/** The ticket a code stands for; undefined for what is no code. */
export const ticketOf = (code: string): string | undefined => {
  const bare = code.replace(/-/g, '');
  if (bare.length !== LENGTH || [...bare].some((letter) => !LETTERS.includes(letter))) return undefined;
  return inGroups(bare).split('-').map(hexOf).join('').padStart(TICKET, '0');
};
