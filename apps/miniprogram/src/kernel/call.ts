import { newId } from '@gongzhi/shared/kernel/ids';
import { makeCall, type Call, type Renew } from './make-call';
import { platform } from './platform/platform';
import { makeSessions } from './session';

export const sessions = makeSessions(platform.storage);

/** Names an intent: it must be unique, not secret. */
export const newKey = (): string =>
  newId(
    new Date(),
    Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256)),
  );

let renew: Renew = async () => 'unreachable';
/** Says how tokens are renewed; app.tsx calls it once, so that the kernel knows no slice. */
export const renewBy = (given: Renew): void => {
  renew = given;
};

/**
 * `call(votes.castVote, { communityId, voteId, choice })` → `{ ok: true, value }`, or a failure whose `says` is the
 * sentence to show (answer-of.ts). Repeating the same command after a broken answer repeats its Idempotency-Key.
 */
export const call: Call = makeCall({
  origin: API_ORIGIN,
  request: platform.request,
  sessions,
  renew: (refreshToken) => renew(refreshToken),
  newKey,
  now: () => Date.now(),
});
