import { fail } from './errors';
import { checkApp } from './exchange-code';
import { FORCE_GAP_MS, LIMITS } from './quotas';
import { type Handle, type World, randomId, spend } from './world';

const LIFE_MS = 7_200_000;
/** With less than this left, the next token is handed out and both are valid until the old one ends. */
const RENEW_BEFORE_MS = 300_000;

const make = (world: World): string => {
  const token = `90_${randomId(133)}`;
  world.tokens.set(token, { expiresAt: world.now().getTime() + LIFE_MS, revoked: false });
  world.latestToken = token;
  return token;
};

/** Revokes every token there is, as a forced renewal elsewhere would: their next use gets 40001. */
export const revokeTokens = (world: World): void => {
  for (const token of world.tokens.values()) token.revoked = true;
  world.latestToken = undefined;
};

const force = (world: World): string => {
  const now = world.now().getTime();
  if (world.lastForced !== undefined && now - world.lastForced < FORCE_GAP_MS) fail(45011);
  spend(world, 'forced', LIMITS.forced);
  world.lastForced = now;
  revokeTokens(world);
  return make(world);
};

const left = (world: World, token: string | undefined): number =>
  (world.tokens.get(token ?? '')?.expiresAt ?? 0) - world.now().getTime();

const standing = (world: World): string =>
  world.latestToken !== undefined && left(world, world.latestToken) >= RENEW_BEFORE_MS
    ? world.latestToken
    : make(world);

/** POST /cgi-bin/stable_token. */
export const issueToken: Handle = (world, { body }) => {
  if (body['grant_type'] !== 'client_credential') fail(40002);
  checkApp(world, body['appid'], body['secret']);
  if (!world.allowlisted) fail(40164);
  const token = body['force_refresh'] === true ? force(world) : standing(world);
  return { access_token: token, expires_in: Math.floor(left(world, token) / 1_000) };
};

/** The credential of every other interface. */
export const checkToken = (world: World, token: string | null): void => {
  if (!token) return fail(41001);
  if (!/^\d+_[\w-]{100,509}$/.test(token)) return fail(40014);
  const known = world.tokens.get(token);
  if (!known || known.revoked) return fail(40001);
  if (known.expiresAt <= world.now().getTime()) fail(42001);
};
