import '@gongzhi/shared/kernel/zod';
import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import type { Caller } from './caller';
import { serve } from './serve';
import { eventFor, knock, makeKeys, memoryLedger, type Knock } from './test-door';
import { createVerifier } from './tokens';

const output = z.strictObject({ entered: z.string() });
const gardens = defineContract({
  readGarden: {
    summary: 'One garden',
    method: 'GET',
    path: '/gardens/{communityId}',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId }),
    output,
    refusals: [],
  },
  plant: {
    summary: 'Plant a tree',
    method: 'POST',
    path: '/gardens/{communityId}/trees',
    access: ['worker', 'chair'],
    input: z.strictObject({ communityId: CommunityId }),
    output,
    refusals: [],
  },
  water: {
    summary: 'Water what is mine',
    method: 'POST',
    path: '/gardens/me/watering',
    access: 'person',
    consent: false,
    input: z.strictObject({}),
    output,
    refusals: [],
  },
});

const NOW = new Date('2026-11-23T08:00:00.000Z');
const params = { communityId: '110101001001' };
const worker: Caller = {
  personId: 'p-worker',
  sessionId: 's',
  roles: ['worker'],
  displayName: '王',
  consents: ['privacy'],
};

const openDoor = async (caller: Caller | 'ended' = worker) => {
  const keys = await makeKeys();
  const entered: string[] = [];
  const enter = (name: string) => async (_: unknown, ctx: { caller: Caller | undefined }) => {
    entered.push(name);
    return { entered: ctx.caller?.personId ?? 'nobody' };
  };
  const base = {
    callers: { read: async () => caller },
    ledger: memoryLedger(),
    verify: createVerifier(keys.jwks),
    clock: () => NOW,
    observe: () => undefined,
  };
  const door = serve(gardens, base, { readGarden: enter('readGarden'), plant: enter('plant'), water: enter('water') });
  const call = (name: keyof typeof gardens, token?: string, more: Knock = {}) =>
    knock(
      door,
      eventFor(gardens[name], { token, key: 'key-00000001', ...(name === 'water' ? {} : { params }), ...more }),
    );
  return { keys, entered, call, token: await keys.sign('p-worker', { at: NOW }) };
};

describe('who may enter', () => {
  const base64 = (it: object) => Buffer.from(JSON.stringify(it)).toString('base64url');
  const claims = {
    iss: 'gongzhi',
    aud: 'gongzhi-api',
    sub: 'p-worker',
    sid: 's',
    iat: NOW.getTime() / 1000,
    exp: NOW.getTime() / 1000 + 900,
  };
  type Keys = Awaited<ReturnType<typeof makeKeys>>;
  const WRONG: [string, (keys: Keys) => Promise<string> | string][] = [
    ['signed with none', () => `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64(claims)}.`],
    [
      'signed with the public key as an HMAC secret',
      ({ jwks }) => {
        const body = `${base64({ alg: 'HS256', typ: 'at+jwt', kid: 'test' })}.${base64(claims)}`;
        return `${body}.${createHmac('sha256', jwks).update(body).digest('base64url')}`;
      },
    ],
    ['signed with another key', async () => (await makeKeys()).sign('p-worker', { at: NOW })],
    ['of an unknown key id', async () => (await makeKeys('other')).sign('p-worker', { at: NOW })],
    ['for another audience', (k) => k.sign('p-worker', { at: NOW, audience: 'another-api' })],
    ['of another issuer', (k) => k.sign('p-worker', { at: NOW, issuer: 'somebody' })],
    ['of another type', (k) => k.sign('p-worker', { at: NOW, type: 'JWT' })],
    ['that expired', (k) => k.sign('p-worker', { at: new Date(NOW.getTime() - 16 * 60_000) })],
    [
      'whose payload was changed',
      async (k) => {
        const [head, , signature] = (await k.sign('p-worker', { at: NOW })).split('.');
        return `${head}.${base64({ ...claims, sub: 'p-other' })}.${signature}`;
      },
    ],
    ['that is no token', () => 'nonsense'],
  ];
  it.each(WRONG)('a token %s is 401, on a public route too', async (_, make) => {
    const { call, keys, entered } = await openDoor();
    const token = await make(keys);
    expect(await call('plant', token)).toMatchObject({ status: 401, body: { refused: 'NOT_SIGNED_IN' } });
    expect((await call('readGarden', token)).status).toBe(401);
    expect(entered).toEqual([]);
  });

  it('no token is 401 where one is needed, and nobody where none is', async () => {
    const { call } = await openDoor();
    expect(await call('plant')).toMatchObject({ status: 401, body: { refused: 'NOT_SIGNED_IN' } });
    expect((await call('readGarden')).body).toEqual({ entered: 'nobody' });
  });

  it('a good token makes its bearer known on a public route', async () => {
    const { call, token } = await openDoor();
    expect((await call('readGarden', token)).body['entered']).toBe('p-worker');
  });

  it('a token issued before the person signed out everywhere is 401', async () => {
    const { call, token } = await openDoor('ended');
    expect(await call('plant', token)).toMatchObject({ status: 401, body: { refused: 'SESSION_ENDED' } });
  });

  it.each([
    ['no role', [], 403],
    ['another role', ['resident', 'supervisor'], 403],
    ['one of the roles', ['resident', 'chair'], 200],
  ] as const)('with %s', async (_, roles, status) => {
    const { call, token } = await openDoor({ ...worker, roles });
    expect((await call('plant', token)).status).toBe(status);
  });

  it('without consent nothing opens but what asks for none', async () => {
    const { call, token } = await openDoor({ ...worker, consents: ['phone'] });
    expect(await call('plant', token)).toMatchObject({ status: 403, body: { refused: 'CONSENT_NEEDED' } });
    expect((await call('water', token)).status).toBe(200);
  });

  it.each(['basic', 'Bearer', 'Bearer  ', `Bearer ${'x'.repeat(2049)}`])(
    'an Authorization header of %p is no token',
    async (authorization) => {
      const { call } = await openDoor();
      expect((await call('plant', undefined, { headers: { authorization } })).status).toBe(401);
    },
  );
});
