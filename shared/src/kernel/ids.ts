import './zod';
import * as z from 'zod/mini';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: 26 characters of Crockford base 32, ordered by the millisecond it was made. */
export const Id = z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/));
/** A community: its 12-digit statistical division code (统计用区划代码), whose first 9 digits are the street's. */
export const CommunityId = z.string().check(z.regex(/^\d{12}$/));
export const StreetId = z.string().check(z.regex(/^\d{9}$/));

export const streetOf = (communityId: string): string => communityId.slice(0, 9);

/** `length` characters of Crockford base 32 from random bytes (each byte gives one character, 5 bits of it used). */
export const base32 = (bytes: Uint8Array): string => Array.from(bytes, (b) => ALPHABET[b & 31]).join('');

/** The part of a ULID that orders it. */
const timePart = (instant: Date): string => {
  let ms = instant.getTime();
  let time = '';
  for (let i = 0; i < 10; i += 1) {
    time = ALPHABET.charAt(ms % 32) + time;
    ms = Math.floor(ms / 32);
  }
  return time;
};

/** A new ULID. `random` must hold at least 16 unpredictable bytes. */
export const newId = (now: Date, random: Uint8Array): string => timePart(now) + base32(random.subarray(0, 16));

/** The id of what became of something at an instant: ordered by that instant, and the same each time. */
export const idAt = (instant: string, id: string): string => timePart(new Date(instant)) + id.slice(10);

/** The id of something else that follows from the same: as old as it, the same each time, and never the same as it. */
export const twinOf = (id: string): string =>
  id.slice(0, 10) + Array.from(id.slice(10), (c) => ALPHABET[31 - ALPHABET.indexOf(c)]).join('');
