import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { councils } from '@gongzhi/shared/councils/contract';
import { isCommand, type Role } from '@gongzhi/shared/kernel/contract';
import type { Caller } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { eventFor, knock, memoryLedger } from '../kernel/test-door';
import { councilsHandler, handler } from './index';
import { handler as onEvents } from './on-events';
import { handler as follow } from './rank-points';
import { createRepo } from './repo';

const COMMUNITY = '310104013001';
const ID = '01JD0000000000000000PR0P01';
const WORDS = '不该出现在日志里的文字';

/** A door whose table cannot be reached: whoever gets as far as reading it hears 500. */
const door = (roles: Role[] = ['resident', 'worker', 'chair']) => {
  const caller: Caller = {
    personId: ID,
    sessionId: 's',
    roles,
    displayName: '称呼甲',
    consents: ['privacy'],
    householdId: ID,
  };
  const client = createDocumentClient('http://127.0.0.1:9');
  client.send = () => Promise.reject(new Error('no table here'));
  return councilsHandler({
    callers: { read: async () => caller },
    ledger: memoryLedger(),
    verify: async () => ({ personId: ID, sessionId: 's', issuedAt: 0 }),
    repo: createRepo(client, 'councils', createCursors('pepper')),
    check: async () => ({ suggest: 'pass', label: 100 }),
  });
};
const PARAMS = { communityId: COMMUNITY, proposalId: ID, pointId: ID, reviewId: ID };
type Name = keyof typeof councils;
const paramsOf = (name: Name) =>
  Object.fromEntries(Object.entries(PARAMS).filter(([field]) => councils[name].path.includes(`{${field}}`)));
const BODIES: Partial<Record<Name, object>> = {
  fileProposal: { title: WORDS, grounds: WORDS, recommendations: [{ title: WORDS, body: WORDS }] },
  addPoint: { column: 'for', body: WORDS },
  replyToPoint: { body: WORDS },
  decideReview: { publish: false, reason: WORDS },
  mergeMatter: { intoId: ID.replace(/.$/, 'Z') },
  splitMatter: { first: { title: WORDS, takes: [0] }, second: { title: WORDS, takes: [1] } },
};
const QUERIES: Partial<Record<Name, Record<string, string>>> = {
  listPoints: { column: 'for', order: 'newest' },
  listSimilar: { title: WORDS },
};
const ask = (name: Name, more: object = {}, at = door()) => {
  const command = isCommand(councils[name]);
  return knock(
    at,
    eventFor(councils[name], {
      params: paramsOf(name),
      token: 't',
      key: randomBytes(8).toString('hex'),
      ...(command ? { body: BODIES[name] ?? {} } : { query: QUERIES[name] ?? {} }),
      ...more,
    }),
  );
};
const NAMES = Object.keys(councils) as Name[];

let printed: string[];
beforeEach(() => {
  printed = [];
  for (const kind of ['log', 'info', 'error', 'warn', 'debug'] as const)
    jest.spyOn(console, kind).mockImplementation((...line: unknown[]) => void printed.push(line.join(' ')));
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => printed.push(String(line)) > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => printed.push(String(line)) > 0);
});
afterEach(() => jest.restoreAllMocks());

test.each(NAMES)(
  '%s with good input gets as far as the table, and a table that is away is a bare 500',
  async (name) => {
    const { status, body } = await ask(name);
    expect({ status, body }).toEqual({ status: 500, body: { requestId: 'gateway-request-id' } });
  },
);

test.each(NAMES)('%s leaves no words, names or people in the log, also when it fails', async (name) => {
  await ask(name);
  const log = printed.join('\n');
  expect(log).toContain(name);
  for (const secret of [WORDS, '称呼甲', ID]) expect(log).not.toContain(secret);
});

test.each(NAMES)('%s does not take a field the contract does not know', async (name) => {
  const command = isCommand(councils[name]);
  const odd = command ? { body: { ...BODIES[name], sudo: true } } : { query: { ...QUERIES[name], sudo: 'true' } };
  expect((await ask(name, odd)).body).toEqual({
    issues: [expect.objectContaining({ message: '不认识的字段：sudo' }) as unknown],
  });
});

test.each(NAMES.filter((name) => isCommand(councils[name])))(
  '%s without its key, or with a broken body, is 400',
  async (name) => {
    expect((await ask(name, { key: '' })).status).toBe(400);
    expect((await ask(name, { body: '{"title": ' })).status).toBe(400);
  },
);

test.each(NAMES.filter((name) => councils[name].access !== 'public'))(
  '%s is not for somebody who holds another role',
  async (name) => {
    const others = (['resident', 'supervisor', 'buildingHead'] as const).filter(
      (role) => !(councils[name].access as readonly Role[]).includes(role),
    );
    for (const role of others) expect((await ask(name, {}, door([role]))).body).toEqual({ refused: 'NOT_ELIGIBLE' });
    expect((await ask(name, { token: undefined })).body).toEqual({ refused: 'NOT_SIGNED_IN' });
  },
);

test('a text that is too long is told in the words of its field', async () => {
  const long = { ...BODIES.fileProposal, title: '长'.repeat(61) };
  expect((await ask('fileProposal', { body: long })).body).toEqual({
    issues: [{ path: ['title'], message: '标题不能超过 60 个字' }],
  });
  expect((await ask('addPoint', { body: { column: 'for', body: '长'.repeat(501) } })).body).toEqual({
    issues: [{ path: ['body'], message: '观点不能超过 500 个字' }],
  });
});

test('a body of 300 KB is refused before it is read', async () => {
  expect((await ask('fileProposal', { body: { ...BODIES.fileProposal, grounds: 'x'.repeat(300_000) } })).status).toBe(
    413,
  );
});

test('an entry that lacks its environment answers as broken, again when it is called again, and names what is missing where nobody waits for an answer', async () => {
  const event = eventFor(councils.listProposals, { params: { communityId: COMMUNITY } }) as APIGatewayProxyEventV2;
  const call = () => handler(event, {} as Context);
  const broken = { statusCode: 500, body: JSON.stringify({ requestId: 'gateway-request-id' }) };
  expect([await call(), await call()]).toMatchObject([broken, broken]);
  expect(() => follow({ Records: [] })).toThrow('missing environment: TABLE_COUNCILS');
  expect(() => onEvents({} as never)).toThrow('missing environment: TABLE_COUNCILS');
});
