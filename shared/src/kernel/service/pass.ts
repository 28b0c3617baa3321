import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** A volunteer's own code changes every half minute, like the organiser's. */
export const WINDOW_MS = 30_000;
const MAC_CHARACTERS = 24;

const mac = (key: string, words: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(words))).slice(0, MAC_CHARACTERS);

/** What a volunteer's own code says. */
export interface OwnCode {
  shiftId: string;
  personId: string;
  /** When it was made, to half a minute. */
  at: Date;
  mac: string;
}

/**
 * The code on a volunteer's phone, made without a network out of the key of their pass (32 bytes in hex), which the
 * server gave for this shift. `now`: by the server's clock as far as the phone knows it.
 */
export const ownCode = (
  key: string,
  { shiftId, personId }: { shiftId: string; personId: string },
  now: Date,
): string => {
  const window = Math.floor(now.getTime() / WINDOW_MS);
  return `GV1.${shiftId}.${personId}.${window.toString(36)}.${mac(key, `own|${window}`)}`;
};

/** Reads a volunteer's code; undefined when it is none. Whether it is genuine only the server can tell. */
export const readOwnCode = (text: string): OwnCode | undefined => {
  const [, shiftId, personId, window, code] =
    /^GV1\.([0-9A-HJKMNP-TV-Z]{26})\.([0-9A-HJKMNP-TV-Z]{26})\.([0-9a-z]{1,9})\.([0-9a-f]{24})$/.exec(text.trim()) ??
    [];
  if (!shiftId || !personId || !window || !code) return undefined;
  return { shiftId, personId, at: new Date(parseInt(window, 36) * WINDOW_MS), mac: code };
};

/** Whether a volunteer's code was made with the key of their pass. */
export const isGenuine = (key: string, { at, mac: given }: OwnCode): boolean =>
  mac(key, `own|${Math.floor(at.getTime() / WINDOW_MS)}`) === given;

/** Proof that whoever holds a pass made this scan at this instant by their phone's clock: sent with it when it is sent later. */
export const proofOf = (
  key: string,
  { way, code, scannedAt }: { way: string; code: string; scannedAt: string },
): string => mac(key, `scan|${way}|${code}|${scannedAt}`);
