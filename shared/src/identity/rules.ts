import { refuse, type Refusal } from '../kernel/refusals';
import { DAY } from '../kernel/time';
import type { Consent, Notice, Purpose } from './contract';

/**
 * How long somebody stays signed in. Decided by us 2026-11-23: no law sets a figure; OWASP ASVS 5.0 §7.3 asks for an
 * idle and an absolute end. On WeChat signing in again asks nothing of the person, so both may be short.
 */
export const SESSION = {
  /** A session that is not used this long ends. */
  idleMs: 30 * DAY,
  /** A session ends this long after signing in, used or not. */
  longestMs: 180 * DAY,
  /** A phone that lost the answer of a refresh may ask with the same token again this long. */
  graceMs: 30_000,
} as const;

/** The instant a session that began at `startedAt` and is used at `now` ends, in milliseconds. */
export const sessionEnd = (startedAt: number, now: number): number =>
  Math.min(now + SESSION.idleMs, startedAt + SESSION.longestMs);

/** What is known when a refresh token is presented. Instants in milliseconds. */
export interface Presented {
  /** Rotations since the token presented was the current one; undefined when it never belonged to the session. */
  behind: number | undefined;
  /** Signed out, or ended after a reuse. */
  ended: boolean;
  /** Begun before the person last signed out everywhere. */
  outdated: boolean;
  expiresAt: number;
  rotatedAt: number;
}

/**
 * What a refresh token does. `rotate`: the next one is handed out. `repeat`: its successor is handed out once more (an
 * answer was lost). `reuse`: somebody else may hold it, the session ends. `ended`: nothing to do; a token that never
 * belonged to the session ends nothing, or anybody could sign others out.
 */
export const judgeRefresh = (it: Presented, now: number): 'rotate' | 'repeat' | 'reuse' | 'ended' => {
  if (it.behind === undefined || it.ended || it.outdated || now >= it.expiresAt) return 'ended';
  if (it.behind === 0) return 'rotate';
  return it.behind === 1 && now - it.rotatedAt <= SESSION.graceMs ? 'repeat' : 'reuse';
};

/** Whoever agrees must have read the text that stands now, word for word. */
export const mayConsent = (
  agreed: Pick<Notice, 'version' | 'hash'>,
  current: Pick<Notice, 'version' | 'hash'>,
): Refusal<'TEXT_CHANGED'> | undefined =>
  agreed.version === current.version && agreed.hash === current.hash ? undefined : refuse('TEXT_CHANGED');

/** The consent that stands for a purpose: the last given, unless it was withdrawn. `records` in any order. */
export const standingConsent = (records: readonly Consent[], purpose: Purpose): Consent | undefined => {
  const last = records
    .filter((c) => c.purpose === purpose)
    .reduce<Consent | undefined>((a, b) => (a && a.grantedAt > b.grantedAt ? a : b), undefined);
  return last?.withdrawnAt === undefined ? last : undefined;
};
