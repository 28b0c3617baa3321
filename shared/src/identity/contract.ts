import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, Sha256 } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';

/**
 * What a consent is for. `privacy`: the privacy notice, needed for everything but reading what is public.
 * `phone`: using the WeChat phone number once to find one's household (PIPL art. 29, asked where it is needed).
 * `party`: reporting in as a party member; treated as sensitive (PIPL art. 28–30), asked where it is needed.
 */
export const Purpose = z.enum(['privacy', 'phone', 'party']);
export type Purpose = z.infer<typeof Purpose>;

/** One text a person agrees to, by version and by the SHA-256 of its exact words. */
export const Notice = z.strictObject({
  purpose: Purpose,
  version: z.string(),
  hash: Sha256,
  title: z.string(),
  sections: z.array(z.strictObject({ heading: z.string(), body: z.string() })),
});
export type Notice = z.infer<typeof Notice>;

/** A consent as it stands: a record, never overwritten; withdrawing adds the instant. */
export const Consent = z.strictObject({
  purpose: Purpose,
  version: z.string(),
  hash: Sha256,
  grantedAt: Instant,
  withdrawnAt: z.optional(Instant),
});
export type Consent = z.infer<typeof Consent>;

/** A pair of tokens: the access token lives 15 minutes; the refresh token may be used once and rotates. */
export const Tokens = z.strictObject({
  accessToken: z.string(),
  accessExpiresAt: Instant,
  refreshToken: z.string(),
  refreshExpiresAt: Instant,
  personId: Id,
});
export type Tokens = z.infer<typeof Tokens>;

const loginCode = z.string().check(z.minLength(8), z.maxLength(128));
const refreshToken = z.string().check(z.minLength(20), z.maxLength(512));
const Done = z.strictObject({ at: Instant });

export const identity = defineContract({
  signIn: {
    summary:
      'Exchange a WeChat login code for tokens. The first time a person comes it costs ten units (openid, person, sealed openid, event, session), later one',
    method: 'POST',
    path: '/identity/sessions',
    access: 'public',
    input: z.strictObject({ code: loginCode }),
    output: Tokens,
    refusals: ['CODE_EXPIRED', 'CODE_USED', 'BLOCKED', 'TOO_MANY', 'BUSY'],
    ownRecord: true,
    units: 10,
  },
  refresh: {
    summary: 'Rotate a refresh token; a token used twice ends the whole session',
    method: 'POST',
    path: '/identity/sessions/refresh',
    access: 'public',
    input: z.strictObject({ refreshToken }),
    output: Tokens,
    refusals: ['SESSION_ENDED'],
    ownRecord: true,
  },
  signOut: {
    summary: 'End this session, or every session of the caller at once',
    method: 'POST',
    path: '/identity/sign-out',
    access: 'person',
    consent: false,
    input: z.strictObject({ everywhere: z.optional(z.boolean()) }),
    output: Done,
    refusals: [],
  },
  readMe: {
    summary: 'Who the caller is and which consents stand',
    method: 'GET',
    path: '/identity/me',
    access: 'person',
    consent: false,
    input: z.strictObject({}),
    output: z.strictObject({ personId: Id, consents: z.array(Consent) }),
    refusals: [],
  },
  readNotice: {
    summary: 'The current text of a notice',
    method: 'GET',
    path: '/identity/notices/{purpose}',
    access: 'public',
    input: z.strictObject({ purpose: Purpose }),
    output: Notice,
    refusals: ['NOT_FOUND'],
  },
  giveConsent: {
    summary: 'Agree to the current text; another version or hash is refused',
    method: 'POST',
    path: '/identity/me/consents',
    access: 'person',
    consent: false,
    input: z.strictObject({ purpose: Purpose, version: z.string().check(z.maxLength(32)), hash: Sha256 }),
    output: z.strictObject({ purpose: Purpose, grantedAt: Instant }),
    refusals: ['TEXT_CHANGED'],
  },
  withdrawConsent: {
    summary: 'Withdraw a consent; what needed it stops working at once',
    method: 'DELETE',
    path: '/identity/me/consents/{purpose}',
    access: 'person',
    consent: false,
    input: z.strictObject({ purpose: Purpose }),
    output: z.strictObject({ purpose: Purpose, withdrawnAt: Instant }),
    refusals: ['NOT_FOUND'],
  },
});
