/** At most `max` calls of one interface in a minute or a day (China time), then `errcode` until it is over. */
export interface Quota {
  per: 'minute' | 'day';
  max: number;
  errcode: 45009 | 45011;
}

/** Limits of the whole app, from the pages of each interface on developers.weixin.qq.com, read 2026-11-23. */
export const QUOTAS: Readonly<Record<string, readonly Quota[]>> = {
  '/cgi-bin/stable_token': [
    { per: 'minute', max: 10_000, errcode: 45011 },
    { per: 'day', max: 500_000, errcode: 45009 },
  ],
  '/cgi-bin/message/subscribe/send': [{ per: 'day', max: 10_000_000, errcode: 45009 }],
  '/wxa/msg_sec_check': [
    { per: 'minute', max: 4_000, errcode: 45011 },
    { per: 'day', max: 2_000_000, errcode: 45009 },
  ],
  '/wxa/media_check_async': [
    { per: 'minute', max: 2_000, errcode: 45011 },
    { per: 'day', max: 200_000, errcode: 45009 },
  ],
  '/wxa/getwxacodeunlimit': [{ per: 'minute', max: 5_000, errcode: 45009 }],
};

/** Limits within an interface. */
export const LIMITS = {
  /** Logins of one person a minute. */
  logins: { per: 'minute', max: 100, errcode: 45011 },
  /** Forced renewals of the access token a day; and not within 30 s of the last (45011). */
  forced: { per: 'day', max: 20, errcode: 45009 },
} as const satisfies Record<string, Quota>;

export const FORCE_GAP_MS = 30_000;
