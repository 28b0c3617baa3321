import { createHmac, randomBytes } from 'node:crypto';
import { fail } from './errors';
import type { Handle, World } from './world';

const LIFE_S = 3_600;
const KEPT = 3;

/** A new session gets all three; later one more when the newest ran out. */
const missingKeys = (newest: number | undefined, now: number): number => {
  if (newest === undefined) return KEPT;
  return now - newest >= LIFE_S ? 1 : 0;
};

const renewed = (world: World, openid: string) => {
  const session = world.sessions.get(openid) ?? fail(87007);
  const now = Math.floor(world.now().getTime() / 1_000);
  const missing = missingKeys(session.keys[0]?.create_time, now);
  for (let i = 0; i < missing; i += 1) {
    const version = (session.keys[0]?.version ?? 0) + 1;
    const [encrypt_key, iv] = [randomBytes(16).toString('base64'), randomBytes(16).toString('base64')];
    session.keys.unshift({ encrypt_key, iv, version, create_time: now - (missing - 1 - i) * LIFE_S });
  }
  session.keys.splice(KEPT);
  return { session, now };
};

/** GET /wxa/business/getuserencryptkey: the three newest keys of the person's session. */
export const listEncryptKeys: Handle = (world, { query }) => {
  const openid = query.get('openid') ?? '';
  if (query.get('sig_method') !== 'hmac_sha256') fail(87008);
  const { session, now } = renewed(world, openid);
  const expected = createHmac('sha256', session.sessionKey).update('').digest('hex');
  if (query.get('signature') !== expected) fail(87009);
  const left = (created: number) => Math.max(0, created + LIFE_S - now);
  const key_info_list = session.keys.map((key) => ({ ...key, expire_in: left(key.create_time) }));
  return { errcode: 0, errmsg: 'ok', key_info_list };
};
