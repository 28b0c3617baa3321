import { fail } from './errors';
import { LIMITS } from './quotas';
import { type Handle, type Person, type World, randomId, spend } from './world';

const CODE_LIFE_MS = 5 * 60_000;

/** Refuses any app but ours; `secret` is asked for where it is the credential. */
export const checkApp = ({ seed }: World, appid: unknown, secret: unknown): void => {
  if (!appid) fail(41002);
  if (appid !== seed.appid) fail(40013);
  if (!secret) fail(41004);
  if (secret !== seed.secret) fail(40125);
};

/** The person behind a one-time code; a code of the other kind is simply not one (40029). */
export const findCode = (world: World, kind: 'login' | 'phone', code: unknown) => {
  const found = world.codes.get(String(code));
  if (found?.kind !== kind) return fail(40029);
  const person = world.people.get(found.key) ?? fail(40029);
  if (found.used) return fail(kind === 'login' ? 40163 : 40029);
  if (world.now().getTime() - found.at >= CODE_LIFE_MS) return fail(40029);
  return { found, person };
};

const openSession = (world: World, { openid, unionid }: Person) => {
  const sessionKey = randomId(22) + '==';
  world.sessions.set(openid, { sessionKey, keys: [] });
  world.visits.set(openid, world.now().getTime());
  return { session_key: sessionKey, openid, ...(unionid !== undefined && { unionid }) };
};

/** GET /sns/jscode2session. A new session ends the person's last one. */
export const exchangeCode: Handle = (world, { query }) => {
  checkApp(world, query.get('appid'), query.get('secret'));
  if (!query.get('js_code')) fail(41008);
  if (query.get('grant_type') !== 'authorization_code') fail(40002);
  const { found, person } = findCode(world, 'login', query.get('js_code'));
  spend(world, `logins ${person.openid}`, LIMITS.logins);
  if (world.blocked.has(person.key)) fail(40226);
  found.used = true;
  return openSession(world, person);
};
