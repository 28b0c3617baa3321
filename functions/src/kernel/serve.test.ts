import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Caller, Ctx } from './caller';
import { Busy, commit, isLost } from './commit';
import { BadCursor } from './cursor';
import type { Seen } from './observe';
import { serve } from './serve';
import { eventFor, knock, makeKeys, memoryLedger, type Knock } from './test-door';
import { createVerifier } from './tokens';

const gardens = defineContract({
  readGarden: {
    summary: 'One garden',
    method: 'GET',
    path: '/gardens/{communityId}/{gardenId}',
    access: 'public',
    input: z.strictObject({
      communityId: CommunityId,
      gardenId: z.string(),
      season: z.optional(z.enum(['spring', 'autumn'])),
    }),
    output: z.strictObject({ gardenId: z.string(), reader: z.string() }),
    refusals: ['NOT_FOUND'],
  },
  plant: {
    summary: 'Plant trees',
    method: 'POST',
    path: '/gardens/{communityId}/trees',
    access: ['worker', 'chair'],
    input: z.strictObject({ communityId: CommunityId, trees: z.int().check(z.positive()) }),
    output: z.strictObject({ trees: z.int(), at: z.string() }),
    refusals: ['STALE'],
  },
  water: {
    summary: 'Water what is mine',
    method: 'POST',
    path: '/gardens/me/watering',
    access: 'person',
    consent: false,
    input: z.strictObject({ litres: z.optional(z.int()) }),
    output: z.strictObject({ litres: z.int() }),
    refusals: ['STALE'],
    bodyLimit: 100_000,
  },
  fail: {
    summary: 'Fails',
    method: 'POST',
    path: '/gardens/fail',
    access: 'public',
    input: z.strictObject({ how: z.string() }),
    output: z.strictObject({ ok: z.literal(true) }),
    refusals: [],
  },
});

const HERE = '110101001001';
const NOW = new Date('2026-11-23T08:00:00.000Z');
const worker: Caller = {
  personId: 'p-worker',
  sessionId: 's',
  roles: ['worker'],
  displayName: '王',
  consents: ['privacy'],
};
const FAILURES: Record<string, () => never> = {
  bug: () => {
    throw new TypeError('secret detail');
  },
  busy: () => {
    throw new Busy();
  },
  throttled: () => {
    throw Object.assign(new Error('too fast'), { name: 'ThrottlingException' });
  },
  cursor: () => {
    throw new BadCursor();
  },
};

const openDoor = async () => {
  const keys = await makeKeys();
  const ledger = memoryLedger();
  const seen: Seen[] = [];
  const entered: Ctx[] = [];
  const door = serve(
    gardens,
    {
      callers: { read: async () => worker },
      ledger,
      verify: createVerifier(keys.jwks),
      clock: () => NOW,
      observe: (it: Seen) => void seen.push(it),
    },
    {
      readGarden: async ({ gardenId }, ctx) =>
        gardenId === 'none' ? refuse('NOT_FOUND') : { gardenId, reader: ctx.caller?.personId ?? 'nobody' },
      plant: async ({ trees }, ctx) => {
        entered.push(ctx);
        const answer = await commit(
          ctx,
          [],
          { type: 'gardens.planted', subject: 'g' },
          { trees, at: ctx.now.toISOString() },
        );
        return isLost(answer) ? refuse('STALE') : answer;
      },
      water: async ({ litres }, ctx) => {
        entered.push(ctx);
        return { litres: litres ?? 1 };
      },
      fail: async ({ how }) => FAILURES[how]?.() ?? { ok: true as const },
    },
  );
  const token = await keys.sign('p-worker', { at: NOW });
  return {
    ledger,
    seen,
    entered,
    token,
    call: (name: keyof typeof gardens, knocking: Knock = {}) => knock(door, eventFor(gardens[name], knocking)),
    door,
  };
};
const planting = (more: Knock = {}): Knock => ({
  params: { communityId: HERE },
  body: { trees: 3 },
  key: 'key-00000001',
  ...more,
});

describe('the way in', () => {
  it('answers 404 for a route the contract does not name', async () => {
    const { door } = await openDoor();
    const heard = await knock(door, eventFor({ method: 'GET', path: '/gardens/secret' }));
    expect(heard).toMatchObject({ status: 404, body: { refused: 'NOT_FOUND' } });
  });

  it.each([
    ['malformed JSON', '{"trees":', []],
    ['a JSON array', '[1]', []],
    ['a bare number', '7', []],
    ['null', 'null', []],
    ['an unknown field', { trees: 3, fertiliser: true }, []],
    ['a field of a prototype', '{"trees":3,"__proto__":{"admin":true}}', []],
    ['a missing field', {}, ['trees']],
    ['a field of another type', { trees: '3' }, ['trees']],
    ['a number past its bound', { trees: 0 }, ['trees']],
    ['another community in the body than in the path', { trees: 3, communityId: '110101001002' }, ['communityId']],
  ])('answers 400 with the issue for %s', async (_, body, path) => {
    const { call, token, entered } = await openDoor();
    const heard = await call('plant', planting({ token, body }));
    expect(heard.status).toBe(400);
    expect((heard.body as { issues: { path: unknown[]; message: string }[] }).issues[0]).toMatchObject({
      path,
      message: expect.stringMatching(/\p{Script=Han}/u) as string,
    });
    expect(entered).toEqual([]);
  });

  it('answers 400 for an unknown or wrong query field', async () => {
    const { call } = await openDoor();
    const params = { communityId: HERE, gardenId: 'g1' };
    expect((await call('readGarden', { params, query: { colour: 'red' } })).status).toBe(400);
    expect((await call('readGarden', { params, query: { season: 'winter' } })).status).toBe(400);
    expect((await call('readGarden', { params, query: { season: 'spring' } })).status).toBe(200);
  });
  it('answers 413 for a body of 300 KB, before anything is parsed or looked up', async () => {
    const { call, seen } = await openDoor();
    const heard = await call('plant', planting({ body: `{"trees":${'1'.repeat(300 * 1024)}}` }));
    expect(heard.status).toBe(413);
    expect(seen[0]?.units).toEqual({ read: 0, write: 0 });
  });

  it.each([undefined, 'short', 'x'.repeat(65), 'has space 123'])(
    'answers 400 for a command with the Idempotency-Key %p',
    async (key) => {
      const { call, token, entered } = await openDoor();
      const { key: _, ...rest } = planting({ token });
      const heard = await call('plant', key === undefined ? rest : { ...rest, key });
      expect(heard).toMatchObject({ status: 400, body: { issues: [{ path: ['Idempotency-Key'] }] } });
      expect(entered).toEqual([]);
    },
  );
});

describe('the same key again', () => {
  it('gets the first answer, says so, and does nothing more', async () => {
    const { call, token, entered, ledger } = await openDoor();
    const first = await call('plant', planting({ token }));
    const again = await call('plant', planting({ token }));
    expect(again.body).toEqual(first.body);
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([undefined, 'true']);
    expect(again.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(again.headers['cache-control']).toBe('no-store');
    expect([entered.length, ledger.events.size]).toEqual([1, 1]);
  });

  it('with another body is refused with 422', async () => {
    const { call, token, ledger } = await openDoor();
    await call('plant', planting({ token }));
    expect(await call('plant', planting({ token, body: { trees: 4 } }))).toMatchObject({
      status: 422,
      body: { refused: 'KEY_REUSED' },
    });
    expect(ledger.events.size).toBe(1);
  });

  it('does not mind the order in which the fields come', async () => {
    const { call, token } = await openDoor();
    await call('plant', planting({ token, body: { trees: 3, communityId: HERE } }));
    expect((await call('plant', planting({ token, body: { communityId: HERE, trees: 3 } }))).status).toBe(200);
  });

  it('in another community is another act', async () => {
    const { call, token, ledger } = await openDoor();
    await call('plant', planting({ token }));
    await call('plant', planting({ token, params: { communityId: '110101001002' } }));
    expect([...ledger.events.values()].map((e) => e.scope)).toEqual([HERE, '110101001002']);
  });

  it('is scoped to the person where the path names no community', async () => {
    const { call, token, entered } = await openDoor();
    await call('water', { token, key: 'key-00000001', body: {} });
    expect(entered[0]?.intent).toMatchObject({ scope: 'p-worker', actor: 'p-worker', key: 'key-00000001' });
  });
});

describe('the way out', () => {
  it.each([
    ['bug', 500, { requestId: 'client-request-1' }],
    ['busy', 503, { refused: 'BUSY' }],
    ['throttled', 503, { refused: 'BUSY' }],
    ['cursor', 400, { refused: 'BAD_CURSOR' }],
  ])('a thrown %s is %i', async (how, status, body) => {
    const { call, seen } = await openDoor();
    const heard = await call('fail', { body: { how }, headers: { 'x-request-id': 'client-request-1' } });
    expect([heard.status, heard.body]).toEqual([status, body]);
    expect(seen[0]).toMatchObject({
      route: 'fail',
      status,
      requestId: 'client-request-1',
      error: expect.any(Error) as Error,
    });
  });

  it('a refusal travels with its status', async () => {
    const { call } = await openDoor();
    expect(await call('readGarden', { params: { communityId: HERE, gardenId: 'none' } })).toMatchObject({
      status: 404,
      body: { refused: 'NOT_FOUND' },
    });
  });

  it('every answer carries a request id and the security headers', async () => {
    const { call, door, token } = await openDoor();
    const all = [
      await call('readGarden', { params: { communityId: HERE, gardenId: 'g' } }),
      await call('plant', planting({ token })),
      await call('plant', planting({ token })),
      await call('plant', planting()),
      await call('fail', { body: { how: 'bug' } }),
      await knock(door, eventFor({ method: 'GET', path: '/nothing' })),
    ];
    for (const { headers } of all) {
      expect(headers).toMatchObject({
        'x-request-id': 'gateway-request-id',
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
      });
      expect(headers['Strict-Transport-Security']).toContain('max-age');
      expect(headers).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
    }
  });

  it.each(['no spaces allowed', 'x', 'a'.repeat(65), '<script>'])(
    'the client’s request id %p is not echoed',
    async (id) => {
      const { call } = await openDoor();
      const heard = await call('fail', { body: { how: 'none' }, headers: { 'x-request-id': id } });
      expect(heard.headers['x-request-id']).toBe('gateway-request-id');
    },
  );

  it('an answer the contract does not describe is a failure of ours, not a leak', async () => {
    const keys = await makeKeys();
    const leaky = { readGarden: gardens.readGarden };
    const door = serve(
      leaky,
      {
        callers: { read: async () => worker },
        ledger: memoryLedger(),
        verify: createVerifier(keys.jwks),
        observe: () => undefined,
      },
      {
        readGarden: async ({ gardenId }) => ({ gardenId, reader: 'me', phone: '13800000000' }),
      },
    );
    const heard = await knock(door, eventFor(gardens.readGarden, { params: { communityId: HERE, gardenId: 'g' } }));
    expect([heard.status, heard.body]).toEqual([500, { requestId: 'gateway-request-id' }]);
  });
});
