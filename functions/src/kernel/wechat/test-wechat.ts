import { startWechat } from '../../../../apps/local/src/wechat/start-wechat';
import type { Seed } from '../../../../apps/local/src/wechat/world';
import type { WechatOptions } from './connect';
import { createWechat } from './create-wechat';
import type { AccessToken, TokenStore } from './keep-token';

export const APP = { appid: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' };
export const ANNA = { key: 'anna', name: '安娜', says: '居民', openid: 'oTest_anna', phone: '19000000001' };
export const BO = { key: 'bo', name: '阿波', says: '居民', openid: 'oTest_bo', phone: '19000000002' };
export const TEMPLATES = [
  { id: 'tmplOnce', fields: ['thing1', 'time2', 'phrase3'], kind: 'once' },
  { id: 'tmplLong', fields: ['thing1'], kind: 'long' },
] as const;

/** A token store in memory with the same promises as the real one. */
export const memoryTokens = (): TokenStore & { writes: string[] } => {
  let stored: AccessToken | undefined;
  let leasedUntil = 0;
  const writes: string[] = [];
  return {
    writes,
    read: async () => stored,
    claimRefresh: async (_, now) => {
      if (leasedUntil > now.getTime()) return false;
      leasedUntil = now.getTime() + 10_000;
      return true;
    },
    giveUp: async (_, claimedAt) => {
      if (leasedUntil === claimedAt.getTime() + 10_000) leasedUntil = 0;
    },
    write: async (_, token, expiresAt) => {
      stored = { token, expiresAt };
      leasedUntil = 0;
      writes.push(token);
    },
  };
};

/** For tests: the stand-in with a clock that only `pass` moves, and clients of it that share one token store. */
export const startTestWechat = async (seed: Seed = {}) => {
  let clock = Date.parse('2026-11-23T01:00:00.000Z');
  const now = () => new Date(clock);
  const standIn = await startWechat({
    now,
    seed: { ...APP, people: [ANNA, BO], templates: TEMPLATES, pages: ['pages/index/index'], ...seed },
  });
  const tokens = memoryTokens();
  const client = (options: Partial<WechatOptions> = {}) =>
    createWechat({
      baseUrl: standIn.url,
      ...APP,
      tokens,
      now,
      timeoutMs: 20_000,
      pause: async () => undefined,
      ...options,
    });
  return { ...standIn, now, tokens, client, pass: (ms: number) => void (clock += ms) };
};
export type TestWechat = Awaited<ReturnType<typeof startTestWechat>>;
