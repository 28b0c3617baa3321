import { Session, jsonOf } from './answers';
import type { Connection, Refused } from './connect';

/** `sessionKey` stays with the caller of this function: it is not returned to a client, stored, logged or put in an event. */
export type SessionFound = { ok: true; openid: string; sessionKey: string; unionid?: string };
export type SessionAnswer = SessionFound | Refused<'CODE_EXPIRED' | 'CODE_USED' | 'BLOCKED' | 'TOO_MANY'>;

/** Exchanges the code of wx.login (5 minutes, once) for the person's openid. */
export const codeToSession = async ({ app, ask }: Connection, code: string): Promise<SessionAnswer> => {
  const query = { ...app, js_code: code, grant_type: 'authorization_code' };
  const answer = await ask('/sns/jscode2session', { query }, jsonOf(Session));
  if (!answer.ok) return { ok: false, code: answer.code };
  const { openid, session_key, unionid } = answer.value;
  return { ok: true, openid, sessionKey: session_key, ...(unionid !== undefined && { unionid }) };
};
