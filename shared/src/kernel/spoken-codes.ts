import './zod';
import * as z from 'zod/mini';

const GROUP = 5;
/** Characters of a code. */
export const CODE_LENGTH = 2 * GROUP;

/** A code on paper, ten characters of Crockford's base 32 that are read aloud and typed; small letters and spaces around it are forgiven. */
export const spokenCode = (what: string) =>
  z
    .string(`请填写${what}`)
    .check(
      z.trim(),
      z.toUpperCase(),
      z.regex(/^[0-9A-HJKMNP-TV-Z]{5}-?[0-9A-HJKMNP-TV-Z]{5}$/, `${what}是 10 位字符，不含字母 I、L、O、U`),
    );

/** The code as it is written: ABCDE-FGHJK. */
export const groupCode = (code: string): string => `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;
/** The code as it is compared. */
export const bareCode = (code: string): string => code.replace('-', '');

/** A code while it is typed or out of a scanned link, in two groups of five; lower case and spaces are forgiven. */
export const codeIn = (typed: string): string => {
  const fromLink = /[?&]code=([^&#]+)/.exec(typed)?.[1] ?? typed;
  const plain = fromLink
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, CODE_LENGTH);
  return plain.length > GROUP ? groupCode(plain) : plain;
};
/** Whether a code in two groups is all there. */
export const isWhole = (code: string): boolean => bareCode(code).length === CODE_LENGTH;
