import { type Read, type Reply, StableToken, jsonOf } from './answers';
import { EVERYWHERE, OUTCOMES, type OutcomeOf, type Path } from './errcodes';
import { WechatBroken, WechatUnavailable } from './failures';
import { type AccessToken, type TokenStore, keepToken } from './keep-token';
import { type Request, sendRequest } from './send-request';

export interface WechatOptions {
  /** `https://api.weixin.qq.com`, or the stand-in of the local cloud. */
  baseUrl: string;
  appid: string;
  secret: string;
  tokens: TokenStore;
  fetch?: typeof fetch;
  now?: () => Date;
  /** For one answer, in milliseconds. Default 3,000. */
  timeoutMs?: number;
  pause?: (ms: number) => Promise<void>;
}
/** An expected "no" by name (`OUTCOMES` in errcodes.ts). */
export type Refused<C> = { ok: false; code: C };
export type Settled<P extends Path, T> = { ok: true; value: T } | (Refused<OutcomeOf<P>> & { errmsg: string });
export type Ask = <P extends Path, T>(path: P, request: Request, read: Read<T>) => Promise<Settled<P, T>>;
export interface Connection {
  app: { appid: string; secret: string };
  /** A call that carries the app's secret. */
  ask: Ask;
  /** A call that carries the access token: renewed and tried once more when WeChat says it is stale. */
  askWithToken: Ask;
}

const RID = /rid:\s*([\w-]+)/;

const settle = <P extends Path, T>(path: P, reply: Reply<T>): Settled<P, T> => {
  if (reply.ok) return reply;
  const { errcode, errmsg } = reply;
  const outcomes: Readonly<Record<number, string>> = OUTCOMES[path];
  const code = outcomes[errcode] as OutcomeOf<P> | undefined;
  if (code) return { ok: false, code, errmsg };
  const facts = { path, reason: 'errcode', errcode, rid: RID.exec(errmsg)?.[1] } as const;
  throw EVERYWHERE[errcode] ? new WechatUnavailable(facts) : new WechatBroken(facts);
};

const isStale = (reply: Reply<unknown>): boolean => !reply.ok && EVERYWHERE[reply.errcode] === 'renew';
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The line to WeChat of one app. */
export const connect = (options: WechatOptions): Connection => {
  const { baseUrl, appid, secret, tokens, now = () => new Date(), timeoutMs = 3_000, pause = wait } = options;
  const line = { baseUrl, fetch: options.fetch ?? fetch, timeoutMs, pause };

  const ask: Ask = async (path, request, read) => settle(path, await sendRequest(line, path, request, read));

  const issue = async (force: boolean): Promise<AccessToken> => {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: force };
    const path = '/cgi-bin/stable_token';
    const answer = await ask(path, { body }, jsonOf(StableToken));
    if (!answer.ok) throw new WechatBroken({ path, reason: 'errcode' });
    const { access_token, expires_in } = answer.value;
    return { token: access_token, expiresAt: new Date(now().getTime() + expires_in * 1_000) };
  };
  const token = keepToken({ appid, tokens, issue, now, pause });

  const askWithToken: Ask = async (path, request, read) => {
    const send = (access_token: string) =>
      sendRequest(line, path, { ...request, query: { ...request.query, access_token } }, read);
    const access = await token.current();
    const first = await send(access);
    return settle(path, isStale(first) ? await send(await token.current(access)) : first);
  };

  return { app: { appid, secret }, ask, askWithToken };
};
