import { WechatUnavailable } from './failures';

export interface AccessToken {
  token: string;
  expiresAt: Date;
}
/** Where all functions share one access token. */
export interface TokenStore {
  /** The token as last written; must be a consistent read. */
  read(appid: string): Promise<AccessToken | undefined>;
  /** True for exactly one caller until it writes, gives up or its lease ends: that one fetches the new token. */
  claimRefresh(appid: string, now: Date): Promise<boolean>;
  /** Ends the lease that was claimed at `claimedAt` without a token, if it still stands: nobody waits for what did not come. */
  giveUp(appid: string, claimedAt: Date): Promise<void>;
  /** Stores the token and ends the lease. */
  write(appid: string, token: string, expiresAt: Date): Promise<void>;
}
export interface TokenSource {
  appid: string;
  tokens: TokenStore;
  /** Asks WeChat; `force` makes it invent a new token (20 a day, 30 s apart). */
  issue: (force: boolean) => Promise<AccessToken>;
  now: () => Date;
  pause: (ms: number) => Promise<void>;
}

/** A token this near its end is not used: from 5 minutes before it the platform already hands out the next. */
const MARGIN_MS = 120_000;
/** How long a token is used without asking the store whether another function renewed it. */
const MEMORY_MS = 60_000;
/** Waits between looks while another function fetches the token; together about 5 s. */
const WAITS_MS = [100, 200, 400, 800, 1_500, 2_000];

/** Keeps the access token of one app: `current()` for a call, `current(stale)` after WeChat refused `stale`. */
export const keepToken = ({ appid, tokens, issue, now, pause }: TokenSource) => {
  let held: (AccessToken & { readAt: number }) | undefined;
  let renewing: Promise<string> | undefined;

  const usable = (it: AccessToken | undefined, stale: string | undefined): it is AccessToken =>
    it !== undefined && it.token !== stale && it.expiresAt.getTime() - now().getTime() > MARGIN_MS;

  const hold = (it: AccessToken): string => {
    held = { ...it, readAt: now().getTime() };
    return it.token;
  };

  const issueOther = async (stale: string | undefined): Promise<AccessToken> => {
    const normal = await issue(false);
    return normal.token === stale ? issue(true) : normal;
  };

  const refresh = async (stale: string | undefined): Promise<string> => {
    // between our look and our claim another function may have written: its token is as good
    const written = await tokens.read(appid);
    const next = usable(written, stale) ? written : await issueOther(stale);
    await tokens.write(appid, next.token, next.expiresAt);
    return hold(next);
  };

  const refreshOrGiveUp = async (stale: string | undefined, claimedAt: Date): Promise<string> => {
    try {
      return await refresh(stale);
    } catch (error) {
      await tokens.giveUp(appid, claimedAt);
      throw error;
    }
  };

  const renew = async (stale: string | undefined): Promise<string> => {
    for (const wait of WAITS_MS) {
      const shared = await tokens.read(appid);
      if (usable(shared, stale)) return hold(shared);
      const claimedAt = now();
      if (await tokens.claimRefresh(appid, claimedAt)) return refreshOrGiveUp(stale, claimedAt);
      await pause(wait * (0.5 + 0.5 * Math.random()));
    }
    throw new WechatUnavailable({ path: '/cgi-bin/stable_token', reason: 'lease' });
  };

  const current = async (stale?: string): Promise<string> => {
    if (held && usable(held, stale) && now().getTime() - held.readAt < MEMORY_MS) return held.token;
    renewing ??= renew(stale).finally(() => {
      renewing = undefined;
    });
    const token = await renewing;
    return token === stale ? current(stale) : token;
  };

  return { current };
};
