/**
 * What WeChat's errcodes mean to us. Sources: the pages of each interface and the table of global return codes on
 * developers.weixin.qq.com, read 2026-11-23; 40163 and 87014 are not on those pages but are answered in practice.
 * A code named here is an expected outcome and becomes a value. Codes of `EVERYWHERE` are handled by the client; any
 * other code is a fault of ours (wrong secret, unlisted address, malformed request) and is thrown as WechatBroken.
 */
export const OUTCOMES = {
  '/sns/jscode2session': {
    40029: 'CODE_EXPIRED',
    40163: 'CODE_USED',
    40226: 'BLOCKED',
    45011: 'TOO_MANY', // 100 a minute for one person, not for the app
  },
  '/cgi-bin/stable_token': {},
  '/wxa/business/getuserphonenumber': {
    40003: 'NOT_THIS_PERSON',
    40029: 'PHONE_CODE_BAD', // also what a login code gets here
    40163: 'PHONE_CODE_BAD',
    45011: 'TOO_MANY',
  },
  '/wxa/msg_sec_check': {
    40003: 'OPENID_UNSEEN',
    61010: 'OPENID_UNSEEN', // no visit within two hours
    87014: 'RISKY', // answer of the first version, still seen
  },
  '/wxa/media_check_async': {
    40003: 'OPENID_UNSEEN',
    61010: 'OPENID_UNSEEN',
  },
  '/cgi-bin/message/subscribe/send': {
    40003: 'OPENID_WRONG',
    43101: 'NOT_SUBSCRIBED', // never accepted, or every accept is spent
    43107: 'BANNED',
    43108: 'OVERLAP', // two sends to one person at once
    45168: 'SENSITIVE_WORD',
    47003: 'FIELD_RULE', // errmsg names the field
  },
  '/wxa/getwxacodeunlimit': {
    41030: 'PAGE_MISSING', // no such page in the published version
  },
  '/wxa/business/getuserencryptkey': {
    87007: 'SESSION_ENDED',
    87009: 'SESSION_ENDED', // signed with a session_key that is no longer the latest
  },
} as const satisfies Record<string, Record<number, string>>;

export type Path = keyof typeof OUTCOMES;
/** The expected outcomes of one interface besides success. */
export type OutcomeOf<P extends Path> = (typeof OUTCOMES)[P][keyof (typeof OUTCOMES)[P]];

/** `retry`: once more after a moment. `renew`: once more with a new access token. `later`: an outage to the caller. */
export const EVERYWHERE: Readonly<Record<number, 'retry' | 'renew' | 'later'>> = {
  [-1]: 'retry',
  40001: 'renew',
  40014: 'renew',
  42001: 'renew',
  45009: 'later',
  45011: 'later',
};

/** What text and media checks found, in the words a person reads (labels of msg_sec_check version 2). */
export const LABELS: Readonly<Record<number, string>> = {
  100: '未见问题',
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
};
