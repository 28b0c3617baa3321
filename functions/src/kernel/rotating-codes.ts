import { createHmac, timingSafeEqual } from 'node:crypto';

/** A code lives in its own window and the next, so it is never older than twice this. */
const WINDOW_MS = 30_000;
/** Windows back in which a code is still recognised as old instead of wrong: ten minutes. */
const REMEMBERED = 20;
/** When the half minute of this number began. */
export const windowStart = (window: number): Date => new Date(window * WINDOW_MS);
const macOf = (text: string): string => text.slice(text.lastIndexOf('.') + 1);

export interface RotatingCode {
  /** What a QR code says. */
  text: string;
  /** The same to be typed. */
  digits: string;
  /** Until the next code, by the server's clock; a phone counts from when it heard it, whatever its own clock says. */
  freshForMs: number;
}
/** `window` numbers the half minute the code was made in. */
export type CodeVerdict = { window: number } | 'old' | 'wrong';

/**
 * Codes that change every half minute and prove that somebody is where the screen is. `subject` names what they admit to
 * (slice, community, meeting): a code of one is nothing to another. Signed with HMAC-SHA-256, so no code can be made without the secret.
 */
export const createRotatingCodes = (secret: string) => {
  const mac = (subject: string, window: number) =>
    createHmac('sha256', secret).update(`rotating|${subject}|${window}`).digest();
  const windowOf = (now: Date) => Math.floor(now.getTime() / WINDOW_MS);
  const textOf = (subject: string, window: number) =>
    `GZ1.${window.toString(36)}.${mac(subject, window).subarray(0, 18).toString('base64url')}`;
  /** Six digits as RFC 4226 takes them from a MAC. */
  const digitsOf = (subject: string, window: number) => {
    const bytes = mac(subject, window);
    const at = (bytes[31] ?? 0) & 15;
    return String((bytes.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  };
  const same = (a: string, b: string) => {
    const [x, y] = [Buffer.from(a), Buffer.from(b)];
    return x.length === y.length && timingSafeEqual(x, y);
  };
  return {
    issue: (subject: string, now: Date): RotatingCode => {
      const window = windowOf(now);
      return {
        text: textOf(subject, window),
        digits: digitsOf(subject, window),
        freshForMs: (window + 1) * WINDOW_MS - now.getTime(),
      };
    },
    /** The codes of so many half minutes from that of `from` on, for a phone that will have no network: the mac of each with its digits. */
    ahead: (subject: string, from: Date, count: number): { firstWindow: number; codes: string[] } => {
      const firstWindow = windowOf(from);
      const code = (n: number) => macOf(textOf(subject, firstWindow + n)) + digitsOf(subject, firstWindow + n);
      return { firstWindow, codes: Array.from({ length: count }, (_, n) => code(n)) };
    },
    /** The half minute a code was made in, whenever that was; undefined when it is not a code of this subject. */
    read: (subject: string, given: string): number | undefined => {
      const window = parseInt(/^GZ1\.([0-9a-z]{1,9})\./.exec(given)?.[1] ?? '', 36);
      return Number.isNaN(window) || !same(given, textOf(subject, window)) ? undefined : window;
    },
    check: (subject: string, given: string, now: Date): CodeVerdict => {
      const current = windowOf(now);
      for (let back = 0; back <= REMEMBERED; back += 1) {
        const window = current - back;
        if (same(given, textOf(subject, window)) || same(given, digitsOf(subject, window)))
          return back <= 1 ? { window } : 'old';
      }
      return 'wrong';
    },
  };
};
export type RotatingCodes = ReturnType<typeof createRotatingCodes>;
