import { randomBytes } from 'node:crypto';
import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand as RawQuery } from '@aws-sdk/client-dynamodb';
import type { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { newId } from '@gongzhi/shared/kernel/ids';
import { ledger, type LedgerEvent } from '@gongzhi/shared/ledger/contract';
import type { Caller } from '../kernel/caller';
import { commit, type EventDraft } from '../kernel/commit';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { createLedger } from '../kernel/ledger';
import type { Seen } from '../kernel/observe';
import { eventFor, knock, makeKeys } from '../kernel/test-door';
import { createVerifier } from '../kernel/tokens';
import { dispatchEvents, type Dispatched, type DispatchNeeds } from './dispatch-events';
import { ledgerHandler } from './index';
import { createRepo } from './repo';

const HERE = '110101001001';
const START = Date.UTC(2026, 10, 23, 8);
const freshId = () => newId(new Date(START), randomBytes(16));
const callerOf = (personId: string): Caller => ({ personId, sessionId: 's', roles: [], displayName: '', consents: [] });

let engine: TestTables;
let client: DynamoDBDocumentClient;
let door: unknown;
let keys: Awaited<ReturnType<typeof makeKeys>>;
const seen: Seen[] = [];
beforeAll(async () => {
  engine = await startTables(['ledger', 'identity', 'directory']);
  client = createDocumentClient(engine.endpoint);
  keys = await makeKeys();
  door = ledgerHandler({
    callers: { read: async ({ personId }) => callerOf(personId) },
    ledger: createLedger(client, 'ledger'),
    verify: createVerifier(keys.jwks),
    repo: createRepo(client, 'ledger', createCursors('pepper')),
    observe: (it) => void seen.push(it),
  });
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

/** One act, as a handler would leave it. */
const act = async (draft: EventDraft, actor = 'p1', minute = 0) => {
  const now = new Date(START + minute * 60_000);
  await commit(
    {
      caller: callerOf(actor),
      now,
      requestId: 'r',
      ledger: createLedger(client, 'ledger'),
      id: () => newId(now, randomBytes(16)),
      intent: { scope: HERE, actor, key: freshId(), hash: 'h' },
    },
    [],
    draft,
    { receipt: 1 },
  );
};
const history = async (
  subjectId: string,
  { cursor, token, communityId = HERE }: { cursor?: string; token?: string; communityId?: string } = {},
) => {
  const heard = await knock(
    door,
    eventFor(ledger.readHistory, {
      params: { communityId, subjectId },
      token,
      ...(cursor ? { query: { cursor } } : {}),
    }),
  );
  return { ...heard, page: heard.body as { items: LedgerEvent[]; next?: string } };
};
const subjectWith = async (count: number) => {
  const subject = freshId();
  for (let n = 0; n < count; n += 1) await act({ type: 'councils.point-added', subject, data: { n } }, 'p1', n);
  return subject;
};
const numbers = (page: { items: LedgerEvent[] }) => page.items.map(({ data }) => data['n']);

describe('the history of a subject', () => {
  it('is its events, oldest first, with what happened and nothing of who did it', async () => {
    const subject = freshId();
    await act({ type: 'councils.proposal-supported', subject, data: { supports: 2 } }, 'p2', 5);
    await act(
      { type: 'councils.proposal-filed', subject, via: 'staff', behalf: 'p9', data: { threshold: 10 } },
      'p1',
      0,
    );
    const { status, page } = await history(subject);
    expect(status).toBe(200);
    expect(page.items.map(({ id: _, ...event }) => event)).toEqual([
      {
        type: 'councils.proposal-filed',
        subject,
        at: '2026-11-23T08:00:00.000Z',
        via: 'staff',
        mine: false,
        data: { threshold: 10 },
      },
      {
        type: 'councils.proposal-supported',
        subject,
        at: '2026-11-23T08:05:00.000Z',
        via: 'app',
        mine: false,
        data: { supports: 2 },
      },
    ]);
    expect(page).not.toHaveProperty('next');
  });

  it('marks what the reader did, for that reader only', async () => {
    const subject = freshId();
    const [me, other] = [freshId(), freshId()];
    await act({ type: 'councils.proposal-filed', subject }, me, 0);
    await act({ type: 'councils.proposal-supported', subject }, other, 1);
    const mine = async (personId: string) =>
      (await history(subject, { token: await keys.sign(personId) })).page.items.map((e) => e.mine);
    expect([await mine(me), await mine(other), await mine(freshId())]).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it('of another slice is for whoever acted, and for nobody else', async () => {
    const [me, subject] = [freshId(), freshId()];
    await act({ type: 'directory.member-joined', subject }, me);
    const types = async (token?: string) =>
      (await history(subject, token ? { token } : {})).page.items.map((e) => e.type);
    expect([await types(), await types(await keys.sign(freshId())), await types(await keys.sign(me))]).toEqual([
      [],
      [],
      ['directory.member-joined'],
    ]);
  });

  it('in another community is empty, and so is that of a subject nobody touched', async () => {
    const subject = await subjectWith(1);
    expect((await history(subject, { communityId: '110101001002' })).page).toEqual({ items: [] });
    expect((await history(freshId())).page).toEqual({ items: [] });
  });

  it.each([
    ['110101001', freshId()],
    [HERE, 'not-an-id'],
    [HERE, '..%2Fsecret'],
  ])('of %p / %p is a 400', async (communityId, subject) => {
    expect((await history(subject, { communityId })).status).toBe(400);
  });
});

describe('its pages', () => {
  it.each([
    [0, [0]],
    [19, [19]],
    [20, [20]],
    [21, [20, 1]],
    [45, [20, 20, 5]],
  ])('of %i events hold %p', async (count, sizes) => {
    const subject = await subjectWith(count);
    const pages = [(await history(subject)).page];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push((await history(subject, { cursor: next })).page);
    expect(pages.map(({ items }) => items.length)).toEqual(sizes);
    expect(pages.flatMap(numbers)).toEqual(Array.from({ length: count }, (_, n) => n));
  });

  it('cost the same with 60 events as with 25', async () => {
    const [few, many] = [await subjectWith(25), await subjectWith(60)];
    const cost = async (subject: string) => {
      await history(subject);
      return seen.at(-1)?.units;
    };
    expect(await cost(many)).toEqual(await cost(few));
    expect(seen.at(-1)?.units.read).toBeLessThanOrEqual(2);
  });

  it('are not reached by a cursor that was changed or is another subject’s', async () => {
    const [subject, other] = [await subjectWith(21), await subjectWith(21)];
    const { next = '' } = (await history(subject)).page;
    for (const cursor of [`${next}x`, next.slice(1), `A${next}`, 'A'.repeat(200)]) {
      expect(await history(subject, { cursor })).toMatchObject({ status: 400, body: { refused: 'BAD_CURSOR' } });
    }
    expect((await history(other, { cursor: next })).body).toEqual({ refused: 'BAD_CURSOR' });
    expect((await history(subject, { cursor: next })).status).toBe(200);
  });
});

describe('the outbox', () => {
  it('says of a real event what the stream’s image of it holds, and nothing that answers a repeat', async () => {
    const subject = freshId();
    await act({ type: 'councils.vote-opened', subject, behalf: 'p9', data: { households: 30, secret: false } });
    const { Items: images = [] } = await engine.client.send(
      new RawQuery({
        TableName: 'ledger',
        IndexName: 'bySubject',
        KeyConditionExpression: 'gpk = :k',
        ExpressionAttributeValues: { ':k': { S: `${HERE}#${subject}` } },
      }),
    );
    const sent: Dispatched[] = [];
    const bus = {
      send: async ({ input }: PutEventsCommand) => {
        sent.push(...(input.Entries ?? []).map(({ Detail }) => JSON.parse(Detail ?? '') as Dispatched));
        return { Entries: [{ EventId: 'x' }] };
      },
    } as unknown as DispatchNeeds['client'];
    await dispatchEvents({ bus: 'b', client: bus, report: () => undefined })({
      Records: images.map((NewImage) => ({
        eventName: 'INSERT',
        dynamodb: { SequenceNumber: '1', NewImage: NewImage as never },
      })),
    });
    const { Items: [stored] = [] } = await client.send(
      new QueryCommand({
        TableName: 'ledger',
        IndexName: 'bySubject',
        KeyConditionExpression: 'gpk = :k',
        ExpressionAttributeValues: { ':k': `${HERE}#${subject}` },
      }),
    );
    const { pk: _p, sk: _s, gpk: _g, gsk: _k, hash: _h, answer: _a, ...rest } = stored ?? {};
    expect(sent).toEqual([rest]);
    expect(sent[0]).toMatchObject({
      type: 'councils.vote-opened',
      subject,
      scope: HERE,
      actor: 'p1',
      behalf: 'p9',
      data: { households: 30, secret: false },
    });
  });
});
