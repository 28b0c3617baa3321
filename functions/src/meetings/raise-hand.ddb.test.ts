import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { stageMeeting, type Answered, type Stage } from './test-meeting';

jest.setTimeout(60_000);

let engine: TestTables;
let stage: Stage;
let chair: string;
let members: string[];
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'meetings']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageMeeting(engine.endpoint);
  chair = await stage.person('resident', 'chair');
  members = await stage.people(8, 'resident', 'councilMember');
});
afterEach(() => stage.close());
const member = (i: number) => members[i] ?? '';
const hand = (as: string, choice = 'for', key?: string) =>
  stage.call('raiseHand', { n: 1, choice }, { as, ...(key ? { key } : {}) });
const done = (answers: readonly Answered[]) => answers.filter(({ status }) => status === 200).length;
const put = () => stage.call('putQuestion', { text: '是否同意' }, { as: chair });
const close = () => stage.call('closeQuestion', { n: 1 }, { as: chair });

test('one hand a person, however many phones and taps at once', async () => {
  await stage.openOne(chair, [chair, ...members.slice(0, 5)]);
  await put();
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => hand(member(0), i % 2 ? 'for' : 'against')));
  expect(done(answers)).toBe(1);
  const { hands } = (await close()).body as { hands: Record<string, number> };
  expect(Object.values(hands).reduce((a, b) => a + b)).toBe(1);
});

test('the same tap sent twice gets its first answer, and counts once', async () => {
  await stage.openOne(chair, [chair, ...members.slice(0, 5)]);
  await put();
  const answers = await Promise.all([
    hand(member(0), 'for', 'one-and-the-same'),
    hand(member(0), 'for', 'one-and-the-same'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await close()).body).toMatchObject({ hands: { for: 1, against: 0, abstain: 0 } });
});

test('the quorum is five: with four present no hand counts, whichever was read before; the fifth brings it back', async () => {
  await stage.openOne(chair, [chair, ...members.slice(0, 4)]);
  await put();
  expect((await hand(member(0))).status).toBe(200);
  await stage.call('leave', {}, { as: member(3) });
  expect((await hand(member(1))).body).toEqual({ refused: 'NO_QUORUM', facts: { present: 4, needed: 5 } });
  expect(await stage.live(chair)).toMatchObject({ quorate: false, question: { raised: 1 } });
  stage.later(60_000);
  await stage.arrive(member(4));
  expect((await hand(member(1))).status).toBe(200);
  expect((await hand(member(4))).status).toBe(200);
  expect((await stage.lines(chair)).map(({ kind }) => kind)).toEqual([
    'opened',
    'item-opened',
    'question-put',
    'quorum-lost',
    'quorum-regained',
  ]);
});

test('hands and a departure at once: every hand that counted stood in a quorum', async () => {
  for (let round = 0; round < 6; round += 1) {
    stage.world.meetingId = '';
    stage.later(60_000);
    const inside = members.slice(0, 4);
    await stage.openOne(chair, [chair, ...inside]);
    await put();
    const [gone, ...hands] = await Promise.all([
      stage.call('leave', {}, { as: member(0) }),
      ...[chair, ...inside].map((one) => hand(one)),
    ]);
    expect(gone?.status).toBe(200);
    const counted = (await stage.live(chair)).question?.raised ?? 0;
    expect(counted).toBe(done(hands));
    expect((await hand(member(1))).body['refused']).toMatch(/NO_QUORUM|HAND_RAISED/);
    expect((await close()).body).toMatchObject({ outcome: 'noQuorum', present: 4 });
  }
});

test('closing while hands go up: what is counted is what was answered', async () => {
  await stage.openOne(chair, [chair, ...members]);
  await put();
  const [closed, ...hands] = await Promise.all([close(), ...[chair, ...members].map((one) => hand(one))]);
  expect(closed?.status).toBe(200);
  expect((closed?.body['hands'] as { for: number }).for).toBe(done(hands));
  const late = hands.filter(({ status }) => status !== 200);
  for (const { body } of late) expect(body).toEqual({ refused: 'NO_QUESTION' });
});

test('two who leave at once: the quorum is lost once, by the one who took it', async () => {
  await stage.openOne(chair, [chair, ...members.slice(0, 5)]);
  await Promise.all([member(0), member(1)].map((as) => stage.call('leave', {}, { as })));
  const lost = (await stage.lines(chair)).filter(({ kind }) => kind === 'quorum-lost');
  expect(lost).toMatchObject([{ present: 4, needed: 5 }]);
  expect((await stage.live(chair)).present).toBe(4);
  stage.later(60_000);
  await Promise.all([member(5), member(6)].map((as) => stage.arrive(as)));
  expect((await stage.lines(chair)).filter(({ kind }) => kind === 'quorum-regained')).toHaveLength(1);
});

test('no choice is seen while hands go up, by anybody', async () => {
  await stage.openOne(chair, [chair, ...members.slice(0, 5)]);
  await put();
  await hand(member(0), 'against');
  expect((await stage.live(chair)).question).toMatchObject({ hands: { for: 0, against: 0, abstain: 0 }, raised: 1 });
  expect((await stage.live(member(0))).mine.hand).toBe('against');
});

test('one question at a time, each with its own hands', async () => {
  await stage.openOne(chair, [chair, ...members.slice(0, 5)]);
  const twice = await Promise.all([put(), put()]);
  expect(done(twice)).toBe(1);
  await hand(member(0));
  await close();
  expect((await put()).body).toMatchObject({ n: 2 });
  expect((await hand(member(0))).body).toEqual({ refused: 'NO_QUESTION' });
  expect((await stage.call('raiseHand', { n: 2, choice: 'abstain' }, { as: member(0) })).status).toBe(200);
});

describe('between what a hand read and what it writes', () => {
  /** What happens just before the next transaction goes out. */
  let meanwhile: (() => Promise<unknown>) | undefined;
  beforeEach(async () => {
    stage.close();
    meanwhile = undefined;
    stage = stageMeeting(engine.endpoint, (client) => {
      const send = client.send.bind(client) as (command: object) => Promise<unknown>;
      client.send = (async (command: object) => {
        const first = command instanceof TransactWriteCommand ? meanwhile : undefined;
        if (first) meanwhile = undefined;
        await first?.();
        return send(command);
      }) as typeof client.send;
    });
    chair = await stage.person('resident', 'chair');
    members = await stage.people(8, 'resident', 'councilMember');
    await stage.openOne(chair, [chair, ...members.slice(0, 4)]);
    await put();
  });

  test('somebody leaves and takes the quorum: the hand is refused and counts nothing', async () => {
    meanwhile = () => stage.call('leave', {}, { as: member(3) });
    expect((await hand(member(0))).body).toEqual({ refused: 'NO_QUORUM', facts: { present: 4, needed: 5 } });
    expect((await stage.live(chair)).question?.raised).toBe(0);
  });

  test('one leaves and another comes: the quorum stands and the hand counts', async () => {
    meanwhile = async () => {
      stage.later(60_000);
      await stage.arrive(member(5));
      await stage.call('leave', {}, { as: member(3) });
    };
    expect((await hand(member(0))).status).toBe(200);
    expect((await stage.live(chair)).question?.raised).toBe(1);
  });

  test('the voter leaves on another phone: no hand of somebody who is not there', async () => {
    await stage.arrive(member(5));
    meanwhile = () => stage.call('leave', {}, { as: member(0) });
    expect((await hand(member(0))).body).toEqual({ refused: 'NOT_PRESENT' });
  });

  test('the chair closes: the hand is late', async () => {
    meanwhile = close;
    expect((await hand(member(0))).body).toEqual({ refused: 'NO_QUESTION' });
  });

  test('the meeting is declared open and a question put only with the quorum that is there when it is written', async () => {
    await close();
    meanwhile = () => stage.call('leave', {}, { as: member(3) });
    expect((await put()).body).toMatchObject({ refused: 'NO_QUORUM' });
  });

  test('somebody leaves while the hands are counted: the result is that of the room without them', async () => {
    for (const one of [chair, ...members.slice(0, 3)]) await hand(one);
    meanwhile = () => stage.call('leave', {}, { as: member(3) });
    expect((await close()).body).toMatchObject({ outcome: 'noQuorum', present: 4, hands: { for: 4 } });
  });
});
