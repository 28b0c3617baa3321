/** Where a call failed, in words that are safe to log: never a URL, a body, a token or an openid. */
export interface FailureFacts {
  path: string;
  /**
   * `errcode`: WeChat said so; `shape`: an answer we do not understand; `lease`: another function's token refresh did not end;
   * `unsent`: no connection was made, so that nothing left; `network`: anything else that ended without an answer.
   */
  reason: 'timeout' | 'network' | 'unsent' | 'status' | 'errcode' | 'shape' | 'lease';
  errcode?: number | undefined;
  status?: number | undefined;
  /** WeChat's id of the request, to quote to its support. */
  rid?: string | undefined;
}

/** WeChat cannot be reached, is busy, or a quota of the whole app is used up: the same call may work later. */
export class WechatUnavailable extends Error {
  override readonly name = 'WechatUnavailable';
  constructor(readonly facts: FailureFacts) {
    super(
      `WeChat is unavailable: ${facts.path} ${facts.reason}${facts.errcode === undefined ? '' : ` ${facts.errcode}`}`,
    );
  }
}

/** The call cannot work until we change something: a wrong secret, an unlisted address, a request or answer of an unknown shape. */
export class WechatBroken extends Error {
  override readonly name = 'WechatBroken';
  constructor(readonly facts: FailureFacts) {
    super(
      `WeChat refused or was not understood: ${facts.path} ${facts.reason}${facts.errcode === undefined ? '' : ` ${facts.errcode}`}`,
    );
  }
}
