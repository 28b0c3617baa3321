import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { isCommand } from '@gongzhi/shared/kernel/contract';
import { meetings } from '@gongzhi/shared/meetings/contract';
import type { Caller } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { eventFor, knock, memoryLedger } from '../kernel/test-door';
import { handler, meetingsHandler } from './index';
import { createRepo } from './repo';

const COMMUNITY = '310105000001';
const ID = '01JD00000000000000000M0001';
const WORDS = '不该出现在日志里的文字';
const AWAY = new Error('no table here');

/** A door whose table cannot be reached: whoever gets as far as reading it hears 500. */
const door = () => {
  const roles = ['resident', 'worker', 'chair'] as const;
  const caller: Caller = { personId: ID, sessionId: 's', roles, displayName: '称呼甲', consents: ['privacy'] };
  const client = createDocumentClient('http://127.0.0.1:9');
  client.send = () => Promise.reject(AWAY);
  return meetingsHandler({
    callers: { read: async () => caller },
    ledger: memoryLedger(),
    verify: async () => ({ personId: ID, sessionId: 's', issuedAt: 0 }),
    repo: createRepo(client, 'meetings', createCursors('pepper')),
    members: { holding: () => Promise.reject(AWAY) },
    matters: { read: () => Promise.reject(AWAY) },
    codes: createRotatingCodes('pepper'),
    check: async () => ({ suggest: 'pass', label: 100 }),
  });
};
type Name = keyof typeof meetings;
const PLAN = {
  kind: 'council',
  place: WORDS,
  startsAt: '2099-01-01T00:00:00.000Z',
  minutes: 60,
  agenda: [{ proposalId: ID, minutes: 20 }],
};
const BODIES: Partial<Record<Name, object>> = {
  callMeeting: PLAN,
  changeMeeting: PLAN,
  cancelMeeting: { reason: WORDS },
  arrive: { code: '123456' },
  registerArrival: { name: WORDS.slice(0, 10), expected: true },
  registerDeparture: { personId: ID },
  openItem: { n: 1 },
  askToSpeak: { side: 'for' },
  putQuestion: { text: WORDS },
  raiseHand: { n: 1, choice: 'for' },
  closeQuestion: { n: 1 },
  addSummary: { text: WORDS },
  raiseObjection: { about: ID, text: WORDS },
  answerObjection: { accept: true, text: WORDS },
  writeOpinion: { item: 1, side: 'for', text: WORDS },
  decideText: { publish: true },
};
const NAMES = Object.keys(meetings) as Name[];
const paramsOf = (name: Name) =>
  Object.fromEntries(
    [...meetings[name].path.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => [
      field,
      field === 'communityId' ? COMMUNITY : ID,
    ]),
  );
const ask = (name: Name, more: object = {}) =>
  knock(
    door(),
    eventFor(meetings[name], {
      params: paramsOf(name),
      token: 't',
      key: randomBytes(8).toString('hex'),
      ...(isCommand(meetings[name]) ? { body: BODIES[name] ?? {} } : {}),
      ...more,
    }),
  );

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
  '%s with good input gets as far as the table; a table that is away is a bare 500, and no words or people are in the log',
  async (name) => {
    const { status, body } = await ask(name);
    expect({ status, body }).toEqual({ status: 500, body: { requestId: 'gateway-request-id' } });
    const log = printed.join('\n');
    expect(log).toContain(name);
    for (const secret of [WORDS, WORDS.slice(0, 10), '称呼甲', ID]) expect(log).not.toContain(secret);
  },
);

test.each(NAMES)('%s does not take a field the contract does not know', async (name) => {
  const odd = isCommand(meetings[name]) ? { body: { ...BODIES[name], sudo: true } } : { query: { sudo: 'true' } };
  expect((await ask(name, odd)).body).toEqual({
    issues: [expect.objectContaining({ message: '不认识的字段：sudo' }) as unknown],
  });
});

test.each(NAMES.filter((name) => isCommand(meetings[name])))('%s without its key is 400', async (name) => {
  expect((await ask(name, { key: '' })).status).toBe(400);
});

test('a start without its environment is a bare 500, said anew each time', async () => {
  const event = eventFor(meetings.listMeetings, { params: { communityId: COMMUNITY } }) as APIGatewayProxyEventV2;
  for (let i = 0; i < 2; i += 1) expect(await handler(event, {} as Context)).toMatchObject({ statusCode: 500 });
  expect(printed.join('\n')).toContain('TABLE_MEETINGS');
});
