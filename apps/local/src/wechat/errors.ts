/**
 * The words that come with each errcode (developers.weixin.qq.com, global return codes and the pages of each interface,
 * read 2026-11-23; those of 43107, 43108, 45168 and 8700x are ours in WeChat's manner).
 */
const ERRMSGS: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip 127.0.0.1, not in whitelist',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message capability is banned',
  43108: 'concurrent send to the same user',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45168: 'sensitive word in the message',
  47001: 'data format error',
  47003: 'argument invalid!',
  87007: 'session_key is not existd or expired',
  87008: 'invalid sig_method',
  87009: 'invalid signature',
};

/** An errcode on its way out; `detail` follows the words, as in `argument invalid! data.thing1.value invalid`. */
export class WechatError extends Error {
  constructor(
    readonly errcode: number,
    readonly detail?: string,
  ) {
    super(`${ERRMSGS[errcode] ?? 'unknown error'}${detail ? ` ${detail}` : ''}`);
  }
}

export const fail = (errcode: number, detail?: string): never => {
  throw new WechatError(errcode, detail);
};
