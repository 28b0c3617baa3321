import type { identity } from '@gongzhi/shared/identity/contract';
import { sessionEnd } from '@gongzhi/shared/identity/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { Busy, commit, isLost } from '../kernel/commit';
import type { Handler } from '../kernel/serve';
import type { Wechat } from '../kernel/wechat/create-wechat';
import { WechatUnavailable } from '../kernel/wechat/failures';
import { openidMac, sealOpenid } from '../kernel/wechat/openid';
import { actAs } from './act-as';
import { issueTokens, type SignToken } from './issue-tokens';
import type { Repo } from './repo';
import { hashOf, sessionKey, type SessionItem } from './repo-sessions';
import { firstToken } from './rotate-token';

export interface SignInNeeds {
  repo: Repo;
  wechat: Pick<Wechat, 'codeToSession'>;
  appid: string;
  /** 32 bytes, base64url: the HMAC key openids and refresh tokens hang on. */
  pepper: string;
  /** 32 bytes, base64url: the AES key of sealed openids. */
  openidKey: string;
  sign: SignToken;
}
type Needs = Omit<Ctx, 'caller'> & SignInNeeds;

/** WeChat's answer without the session_key, which ends here. */
const askWechat = async (wechat: SignInNeeds['wechat'], code: string) => {
  try {
    const answer = await wechat.codeToSession(code);
    return answer.ok ? { openid: answer.openid } : refuse(answer.code);
  } catch (error) {
    if (error instanceof WechatUnavailable) return refuse('BUSY');
    throw error;
  }
};

/** Makes the person an openid stands for, with the one event of joining. @returns whoever has it in the end */
const join = async (ctx: Needs, mac: string, openid: string, code: string): Promise<string> => {
  const personId = ctx.id();
  const acting = actAs(ctx, { personId }, `sign-in|${code}`);
  const event = { type: 'identity.person-joined', scope: personId, subject: personId };
  const joined = await commit(acting, ctx.repo.joining(personId, mac, sealOpenid(ctx.openidKey, openid)), event, {
    personId,
  });
  if (!isLost(joined)) return joined.personId;
  // the same person came twice at the same moment: the other one was first
  const first = joined.item?.['personId'];
  if (typeof first !== 'string') throw new Busy('joining');
  return first;
};

const beginSession = async (ctx: Needs, personId: string) => {
  const person = await ctx.repo.person(personId);
  if (!person) throw new Error('an openid leads to nobody');
  const sessionId = ctx.id();
  const refreshToken = firstToken(personId, sessionId);
  const startedAt = ctx.now.getTime();
  const session: SessionItem = {
    ...sessionKey(personId, sessionId),
    hash: hashOf(refreshToken),
    generation: 0,
    startedAt,
    rotatedAt: startedAt,
    validFrom: person.validFrom,
    expiresAt: Math.floor(sessionEnd(startedAt, startedAt) / 1000),
  };
  await ctx.repo.begin(session);
  return issueTokens(ctx.sign, session, refreshToken);
};

/** Exchanges the code of wx.login for a session of ours. A new person costs 10 write units, a known one 1. */
export const signIn: Handler<typeof identity.signIn, SignInNeeds> = async ({ code }, ctx) => {
  const known = await askWechat(ctx.wechat, code);
  if ('refused' in known) return known;
  const mac = openidMac(ctx.pepper, ctx.appid, known.openid);
  const personId = (await ctx.repo.personIdOf(mac)) ?? (await join(ctx, mac, known.openid, code));
  return beginSession(ctx, personId);
};
