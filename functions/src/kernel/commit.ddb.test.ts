import { randomBytes } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Ctx } from './caller';
import { Busy, commit, isLost, KeyReused, type EventDraft, type Write } from './commit';
import { createDocumentClient } from './ddb';
import { createLedger, eventKey, type LedgerItem } from './ledger';
import { metered } from './meter';

const SCOPE = '110101001001';
let engine: TestTables;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  engine = await startTables(['ledger', { name: 'gardens', pk: 'pk', sk: 'sk', indexes: [] }]);
  client = createDocumentClient(engine.endpoint);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

const freshKey = () => randomBytes(12).toString('hex');
const ctxOf = (key: string, { hash = 'h1', through = client } = {}): Ctx => {
  const now = new Date('2026-11-23T08:00:00.000Z');
  return {
    caller: { personId: 'p1', sessionId: 's1', roles: [], displayName: '', consents: [] },
    now,
    requestId: 'r1',
    intent: { scope: SCOPE, actor: 'p1', key, hash },
    ledger: createLedger(through, 'ledger'),
    id: () => newId(now, randomBytes(16)),
  };
};
const planting = (garden: string): Write => ({
  Put: {
    TableName: 'gardens',
    Item: { pk: garden, sk: 'g', trees: 1 },
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
  lost: 'PLANTED',
});
const planted = (garden: string): EventDraft => ({ type: 'gardens.planted', subject: garden, data: { trees: 1 } });
const eventsOf = async (garden: string) => {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: 'ledger',
      IndexName: 'bySubject',
      KeyConditionExpression: 'gpk = :k',
      ExpressionAttributeValues: { ':k': `${SCOPE}#${garden}` },
    }),
  );
  return (Items ?? []) as LedgerItem[];
};
const gardenOf = async (garden: string) =>
  (await client.send(new GetCommand({ TableName: 'gardens', Key: { pk: garden, sk: 'g' }, ConsistentRead: true })))
    .Item;

/** A client on the same engine whose first `times` transactions meet `trouble`: before they are sent, or after the engine has committed them. */
const troubled = (
  times: number,
  trouble: () => Error,
  when: 'before' | 'after',
): DynamoDBDocumentClient & { sent: () => number } => {
  const it = createDocumentClient(engine.endpoint);
  let sent = 0;
  it.middlewareStack.add(
    (next, context) => async (args) => {
      if (!/TransactWrite/.test(String(context['commandName']))) return next(args);
      sent += 1;
      if (sent > times) return next(args);
      if (when === 'after') await next(args);
      throw trouble();
    },
    // below the SDK's own retries, where a lost answer happens
    { step: 'finalizeRequest', priority: 'low', name: 'trouble' },
  );
  return Object.assign(it, { sent: () => sent });
};
const cancelled =
  (...codes: string[]) =>
  () =>
    new TransactionCanceledException({
      $metadata: {},
      message: 'cancelled',
      CancellationReasons: codes.map((Code) => ({ Code })),
    });
const cutOff = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });

describe('one act', () => {
  it('leaves its writes and exactly one event, findable by key and by subject', async () => {
    const key = freshKey();
    expect(
      await commit(ctxOf(key), [planting('g1')], { ...planted('g1'), behalf: 'p9', via: 'staff' }, { id: 'g1' }),
    ).toEqual({ id: 'g1' });
    expect(await gardenOf('g1')).toMatchObject({ trees: 1 });
    const [event, ...more] = await eventsOf('g1');
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      pk: eventKey(SCOPE, 'p1', key),
      sk: 'event',
      type: 'gardens.planted',
      subject: 'g1',
      scope: SCOPE,
      actor: 'p1',
      via: 'staff',
      behalf: 'p9',
      at: '2026-11-23T08:00:00.000Z',
      data: { trees: 1 },
      hash: 'h1',
      answer: { id: 'g1' },
      gsk: `2026-11-23T08:00:00.000Z#${event?.id}`,
    });
    expect(await createLedger(client, 'ledger').find(eventKey(SCOPE, 'p1', key))).toEqual(event);
  });

  it('answers a repeat with the first answer and writes nothing', async () => {
    const key = freshKey();
    await commit(ctxOf(key), [planting('g2')], planted('g2'), { answer: 'first' });
    expect(await commit(ctxOf(key), [planting('g2')], planted('g2'), { answer: 'second' })).toEqual({
      answer: 'first',
    });
    expect(await eventsOf('g2')).toHaveLength(1);
  });

  it('refuses another request under the same key', async () => {
    const key = freshKey();
    await commit(ctxOf(key), [planting('g3')], planted('g3'), {});
    await expect(commit(ctxOf(key, { hash: 'h2' }), [planting('g3b')], planted('g3b'), {})).rejects.toThrow(KeyReused);
    expect([await gardenOf('g3b'), await eventsOf('g3b')]).toEqual([undefined, []]);
  });

  it('names the condition that was lost, shows what stood there, and writes nothing', async () => {
    await client.send(new PutCommand({ TableName: 'gardens', Item: { pk: 'g4', sk: 'g', trees: 7, note: '古树' } }));
    const lost = await commit(ctxOf(freshKey()), [planting('g4free'), planting('g4')], planted('g4'), {});
    expect(lost).toEqual({ lost: 'PLANTED', item: { pk: 'g4', sk: 'g', trees: 7, note: '古树' } });
    expect([isLost(lost), await gardenOf('g4free'), await eventsOf('g4')]).toEqual([true, undefined, []]);
  });

  it('calls a condition without a name just that', async () => {
    await client.send(new PutCommand({ TableName: 'gardens', Item: { pk: 'g5', sk: 'g' } }));
    const { lost: _, ...unnamed } = planting('g5');
    expect(await commit(ctxOf(freshKey()), [unnamed], planted('g5'), {})).toMatchObject({ lost: 'CONDITION' });
  });

  it('costs its writes twice, its event twice and the index once', async () => {
    const { units } = await metered(() => commit(ctxOf(freshKey()), [planting('g6')], planted('g6'), {}));
    expect(units).toEqual({ read: 0, write: 5 });
  });
});

describe('many at once', () => {
  it('sixteen with one key leave one event and hear the same answer', async () => {
    const key = freshKey();
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => commit(ctxOf(key), [planting('m1')], planted('m1'), { n })),
    );
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(isLost(answers[0])).toBe(false);
    const [event, ...more] = await eventsOf('m1');
    expect([more, event?.answer]).toEqual([[], answers[0]]);
  });

  it('sixteen with keys of their own: one wins, fifteen lose by name, one event', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => commit(ctxOf(freshKey()), [planting('m2')], planted('m2'), { n })),
    );
    expect(answers.filter((a) => isLost(a))).toHaveLength(15);
    expect(answers.filter((a) => isLost(a) && a.lost === 'PLANTED')).toHaveLength(15);
    expect(await eventsOf('m2')).toHaveLength(1);
  });
});

describe('bad luck', () => {
  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    '%s is tried again until it passes',
    async (code) => {
      const through = troubled(3, cancelled('None', code), 'before');
      expect(
        await commit(ctxOf(freshKey(), { through }), [planting(`b-${code}`)], planted(`b-${code}`), { ok: 1 }),
      ).toEqual({ ok: 1 });
      expect([through.sent(), (await eventsOf(`b-${code}`)).length]).toEqual([4, 1]);
    },
  );

  it('contention without end is Busy after eight attempts, with nothing written', async () => {
    const through = troubled(Infinity, cancelled('None', 'TransactionConflict'), 'before');
    await expect(commit(ctxOf(freshKey(), { through }), [planting('b2')], planted('b2'), {})).rejects.toThrow(Busy);
    expect([through.sent(), await eventsOf('b2'), await gardenOf('b2')]).toEqual([8, [], undefined]);
  });

  it('a lost condition is never tried again', async () => {
    const through = troubled(Infinity, cancelled('None', 'ConditionalCheckFailed'), 'before');
    expect(await commit(ctxOf(freshKey(), { through }), [planting('b3')], planted('b3'), {})).toEqual({
      lost: 'PLANTED',
    });
    expect(through.sent()).toBe(1);
  });

  it('while the event itself is contended a lost condition may be our own doing, so it is asked again', async () => {
    const key = freshKey();
    await commit(ctxOf(key), [planting('b4')], planted('b4'), { answer: 'first' });
    const through = troubled(1, cancelled('TransactionConflict', 'ConditionalCheckFailed'), 'before');
    expect(await commit(ctxOf(key, { through }), [planting('b4')], planted('b4'), {})).toEqual({ answer: 'first' });
  });

  it('an answer lost on the way after the commit settles to one event and the same answer', async () => {
    const through = troubled(1, cutOff, 'after');
    expect(await commit(ctxOf(freshKey(), { through }), [planting('b5')], planted('b5'), { ok: 5 })).toEqual({ ok: 5 });
    expect([through.sent(), (await eventsOf('b5')).length]).toEqual([2, 1]);
  });

  it('when every answer is lost the act stands, and the repeat under its key hears it', async () => {
    const key = freshKey();
    const through = troubled(Infinity, cutOff, 'after');
    await expect(commit(ctxOf(key, { through }), [planting('b6')], planted('b6'), { ok: 6 })).rejects.toThrow(
      'socket hang up',
    );
    expect(await commit(ctxOf(key), [planting('b6')], planted('b6'), { ok: 'again' })).toEqual({ ok: 6 });
    expect(await eventsOf('b6')).toHaveLength(1);
  });

  it('a fault of ours is thrown at once', async () => {
    const through = troubled(Infinity, cancelled('ValidationError'), 'before');
    await expect(commit(ctxOf(freshKey(), { through }), [planting('b7')], planted('b7'), {})).rejects.toThrow(
      TransactionCanceledException,
    );
    expect(through.sent()).toBe(1);
  });
});
