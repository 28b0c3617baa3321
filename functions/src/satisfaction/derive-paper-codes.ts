import { createHmac } from 'node:crypto';
import { base32 } from '@gongzhi/shared/kernel/ids';
import { CODE_LENGTH } from '@gongzhi/shared/kernel/spoken-codes';
import type { InRound } from './repo-marks';

/** Leading characters say which place of the sample, hidden by a mask of the round: 32,768 places. */
const TAG = 3;
const BITS = 5;
const PLACES = 2 ** (TAG * BITS);
const ONE = 2 ** BITS;
const LETTERS = base32(Uint8Array.from({ length: ONE }, (_, i) => i));

const lettersOf = (number: number): string =>
  base32(Uint8Array.from({ length: TAG }, (_, i) => Math.floor(number / ONE ** (TAG - 1 - i))));
const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * ONE + LETTERS.indexOf(letter), 0);

/**
 * The codes of a round's invitations, derived from the pepper and stored nowhere. A code's last seven characters (35 bits)
 * are secret: how many wrong ones may be tried, and what guessing comes to, is CODE_TRIES (satisfaction/rule-sets).
 */
export const derivePaperCodes = (pepper: string) => {
  const hash = (kind: string, { communityId, roundId }: InRound, ...more: readonly number[]) =>
    createHmac('sha256', pepper)
      .update(['satisfaction', kind, communityId, roundId, ...more].join('\n'))
      .digest();
  const maskOf = (round: InRound): number => hash('mask', round).readUInt16BE(0) % PLACES;
  /** The code, bare, of the invitation at a place of a round's sample. */
  const codeOf = (round: InRound, place: number): string =>
    lettersOf(place ^ maskOf(round)) + base32(hash('code', round, place).subarray(0, CODE_LENGTH - TAG));
  return {
    codeOf,
    /** The place a bare code stands for in a round, or nothing when it is none of its codes. */
    placeOf: (round: InRound, code: string): number | undefined => {
      const place = numberOf(code.slice(0, TAG)) ^ maskOf(round);
      return codeOf(round, place) === code ? place : undefined;
    },
  };
};
export type PaperCodes = ReturnType<typeof derivePaperCodes>;
