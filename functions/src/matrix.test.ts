import '@gongzhi/shared/kernel/zod';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isCommand, ROLES, routeKey, type Contract, type Role, type Route } from '@gongzhi/shared/kernel/contract';
import { createCallers, memberKey, personKey } from './kernel/caller';
import { serve, type Base } from './kernel/serve';
import { eventFor, knock, makeKeys, memoryLedger, type Heard } from './kernel/test-door';
import { createVerifier } from './kernel/tokens';

/**
 * Who is let in where: every route of every contract × everybody who may come, expected from the contract alone. A new
 * slice is walked the day its folder appears in shared/src.
 */
const SHARED = join(__dirname, '../../shared/src');
const SLICES = readdirSync(SHARED).filter(
  (slice) => existsSync(join(SHARED, slice, 'contract.ts')) && slice !== 'kernel',
);
/** Public pages without data, caller or ledger: they answer without `serve` (api/index.ts), whoever asks. */
const WITHOUT_SERVE = ['api'];

const contractOf = async (slice: string) =>
  ((await import(`@gongzhi/shared/${slice}/contract`)) as Record<string, Contract>)[slice] as Contract;

const HERE = '110101001001';
const STREET = '110101001';
const ELSEWHERE = '110101001002';
const OTHER_STREET = '110101002';
const NOW = new Date('2026-11-23T08:00:00.000Z');

/** Somebody who comes: where they hold which roles, and what is wrong with them. */
interface Visitor {
  says: string;
  roles?: Readonly<Record<string, readonly Role[]>>;
  token?: 'none' | 'expired' | 'ended';
  consents?: readonly string[];
}
const everyRole = { [HERE]: ROLES, [STREET]: ['supervisor'] as const };
const VISITORS: readonly Visitor[] = [
  { says: 'nobody, without a token', token: 'none' },
  { says: 'everything, with an expired token', token: 'expired', roles: everyRole },
  { says: 'everything, signed out everywhere since', token: 'ended', roles: everyRole },
  { says: 'everything, without a consent', roles: everyRole, consents: [] },
  { says: 'everything, with consent to the phone only', roles: everyRole, consents: ['phone'] },
  { says: 'a person without any role' },
  { says: 'a person without role and consent', consents: [] },
  ...ROLES.map((role) => ({ says: `${role} here`, roles: { [HERE]: [role] } })),
  ...ROLES.map((role) => ({ says: `${role} in another community`, roles: { [ELSEWHERE]: [role] } })),
  ...ROLES.map((role) => ({ says: `${role} at the street`, roles: { [STREET]: [role] } })),
  { says: 'supervisor of another street', roles: { [OTHER_STREET]: ['supervisor'] } },
  { says: 'every role everywhere else', roles: { [ELSEWHERE]: ROLES, [OTHER_STREET]: ROLES } },
];

const scopeOf = ({ path }: Route) =>
  path.includes('{communityId}') ? HERE : path.includes('{streetId}') ? STREET : undefined;

/** The roles a route may see: those in its own scope and, in a community, being supervisor of its street. */
const rolesAt = (route: Route, roles: NonNullable<Visitor['roles']>): readonly Role[] => {
  const scope = scopeOf(route);
  const street = scope === HERE ? (roles[STREET] ?? []).filter((role) => role === 'supervisor') : [];
  return [...(roles[scope ?? ''] ?? []), ...street];
};
const wantsConsent = ({ access, consent }: Route) => access !== 'public' && consent !== false;
const isFor = (route: Route, roles: NonNullable<Visitor['roles']>) =>
  typeof route.access === 'string' || rolesAt(route, roles).some((role) => route.access.includes(role));

const forToken = (route: Route): Record<NonNullable<Visitor['token']>, string> => ({
  none: route.access === 'public' ? 'in' : '401 NOT_SIGNED_IN',
  expired: '401 NOT_SIGNED_IN',
  ended: '401 SESSION_ENDED',
});

/** What the contract promises this visitor: a status and a refusal, or to be let in. Written apart from the kernel on purpose. */
const promised = (route: Route, { roles = {}, token, consents = ['privacy'] }: Visitor): string => {
  if (token) return forToken(route)[token];
  if (!isFor(route, roles)) return '403 NOT_ELIGIBLE';
  return wantsConsent(route) && !consents.includes('privacy') ? '403 CONSENT_NEEDED' : 'in';
};

/** The identity and directory tables as far as callers are looked up. */
const tablesOf = (visitors: readonly Visitor[]): DynamoDBDocumentClient => {
  const items = new Map<string, object>();
  visitors.forEach(({ roles = {}, token, consents = ['privacy'] }, n) => {
    const person = `person-${n}`;
    const validFrom = token === 'ended' ? NOW.getTime() / 1000 + 1 : 0;
    items.set(JSON.stringify(personKey(person)), {
      ...personKey(person),
      validFrom,
      consents: Object.fromEntries(consents.map((c) => [c, '1'])),
    });
    for (const [scope, held] of Object.entries(roles)) {
      items.set(JSON.stringify(memberKey(scope, person)), {
        ...memberKey(scope, person),
        roles: [...held],
        displayName: '',
      });
    }
  });
  const find = ({ Keys }: { Keys: object[] }) => Keys.flatMap((key) => items.get(JSON.stringify(key)) ?? []);
  return {
    send: async ({ input }: { input: { RequestItems: Record<string, { Keys: object[] }> } }) => ({
      Responses: Object.fromEntries(Object.entries(input.RequestItems).map(([table, asked]) => [table, find(asked)])),
    }),
  } as unknown as DynamoDBDocumentClient;
};

const prepare = async () => {
  const keys = await makeKeys();
  const base: Base = {
    callers: createCallers(tablesOf(VISITORS), { identity: 'identity', directory: 'directory' }),
    ledger: memoryLedger(),
    verify: createVerifier(keys.jwks),
    clock: () => NOW,
    observe: () => undefined,
  };
  const tokenOf = async ({ token }: Visitor, n: number) =>
    token === 'none'
      ? undefined
      : keys.sign(`person-${n}`, { at: new Date(NOW.getTime() - (token === 'expired' ? 3_600_000 : 0)) });
  const tokens = await Promise.all(VISITORS.map(tokenOf));
  return { base, tokens };
};
let house: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  house = await prepare();
});

const paramsOf = (route: Route) =>
  Object.fromEntries(
    [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
      name,
      name === 'communityId' ? HERE : name === 'streetId' ? STREET : 'x',
    ]),
  );

/** What each visitor hears at a door; `inside` is how one that was let in is told. */
const walk = async (
  door: unknown,
  route: Route,
  extra: { query?: Record<string, string> },
  inside: (heard: Heard) => boolean,
) => {
  const heard = await Promise.all(
    VISITORS.map((_, n) =>
      knock(
        door,
        eventFor(route, { params: paramsOf(route), token: house.tokens[n], key: `key-${n}`.padEnd(12, '0'), ...extra }),
      ),
    ),
  );
  return Object.fromEntries(
    heard.map((it, n) => [VISITORS[n]?.says, inside(it) ? 'in' : `${it.status} ${String(it.body['refused'])}`]),
  );
};
const promises = (route: Route) =>
  Object.fromEntries(VISITORS.map((visitor) => [visitor.says, promised(route, visitor)]));

/** What a route may not say, because nobody could keep it. */
const FAULTS: [says: string, isAtFault: (route: Route, slice: string) => boolean][] = [
  ['its path does not begin with its slice', ({ path }, slice) => path.split('/')[1] !== slice],
  [
    'roles are asked for, but the path names no community or street',
    (route) => Array.isArray(route.access) && !scopeOf(route),
  ],
  ['what is public has no owner', ({ owner, access }) => owner === true && access === 'public'],
  [
    'an owner is asked for, but NOT_YOURS is not declared',
    ({ owner, refusals }) => owner === true && !refusals.includes('NOT_YOURS'),
  ],
  [
    'a public command has no caller to keep an event for',
    (route) => isCommand(route) && route.access === 'public' && !route.ownRecord,
  ],
  [
    'its input takes unknown fields',
    ({ input }) => {
      const { error } = input.safeParse({ aFieldNobodyKnows: 1 }, { jitless: true });
      return !error?.issues.some(({ code }) => code === 'unrecognized_keys');
    },
  ],
];

describe.each(SLICES)('the doors of %s', (slice) => {
  let contract: Contract;
  let routes: [string, Route][];
  beforeAll(async () => {
    contract = await contractOf(slice);
    routes = Object.entries(contract);
  });

  it('are declared so that they can be kept', () => {
    const wrong = routes.flatMap(([name, route]) =>
      FAULTS.filter(([, isAtFault]) => isAtFault(route, slice)).map(([says]) => `${name}: ${says}`),
    );
    expect(wrong).toEqual([]);
    expect(new Set(routes.map(([, route]) => routeKey(route))).size).toBe(routes.length);
  });

  it('let in exactly whom the contract says, and what is inside is reached', async () => {
    const open = Object.fromEntries(
      routes.map(([name, route]) => [name, { ...route, input: z.looseObject({}), output: z.unknown() }]),
    ) as Contract;
    const inside = new Proxy({}, { get: () => async () => ({ entered: true }) }) as Parameters<
      typeof serve<Contract, object>
    >[2];
    const door = serve<Contract, object>(open, house.base, inside);
    for (const [name, route] of routes) {
      const heard = await walk(door, route, {}, ({ status, body }) => status === 200 && body['entered'] === true);
      expect({ [name]: heard }).toEqual({ [name]: promises(route) });
    }
  });

  it('are those of the function itself', async () => {
    const file = (await import(`./${slice}/index`)) as Record<string, unknown>;
    expect([typeof file['handler'], typeof file[`${slice}Handler`]]).toEqual(['function', 'function']);
    if (WITHOUT_SERVE.includes(slice)) return;
    const untouched = new Proxy(
      {},
      {
        get: () => {
          throw new Error('a door let somebody in before the request was read');
        },
      },
    );
    const deps = new Proxy(house.base, { get: (base, name) => (name in base ? base[name as keyof Base] : untouched) });
    const door = (file[`${slice}Handler`] as (deps: Base) => unknown)(deps);
    // a field nobody knows: whoever is let in is told so, and no handler runs
    for (const [name, route] of routes) {
      const heard = await walk(
        door,
        route,
        { query: { aFieldNobodyKnows: '1' } },
        ({ status, body }) => status === 400 && 'issues' in body,
      );
      expect({ [name]: heard }).toEqual({ [name]: promises(route) });
    }
  });
});

test('every slice that serves has a contract, and every contract a slice that serves it', () => {
  const served = readdirSync(__dirname, { withFileTypes: true })
    .filter((it) => it.isDirectory() && existsSync(join(__dirname, it.name, 'index.ts')))
    .map((it) => it.name);
  expect(served.sort()).toEqual([...SLICES].sort());
});

test('no two routes of the house share a method and path', async () => {
  const all = (await Promise.all(SLICES.map(contractOf))).flatMap((contract) => Object.values(contract).map(routeKey));
  expect(all.filter((key, n) => all.indexOf(key) !== n)).toEqual([]);
});
