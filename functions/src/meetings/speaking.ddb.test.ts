import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { stageMeeting, type Stage } from './test-meeting';

jest.setTimeout(60_000);

let engine: TestTables;
let stage: Stage;
let chair: string;
let people: string[];
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'meetings']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageMeeting(engine.endpoint);
  chair = await stage.person('resident', 'chair');
  people = await stage.people(6, 'resident', 'councilMember');
  await stage.openOne(chair, [chair, ...people]);
});
afterEach(() => stage.close());
const one = (i: number) => people[i] ?? '';
const ask = (i: number, side: 'for' | 'against') => stage.call('askToSpeak', { side }, { as: one(i) });
const next = () => stage.call('callNext', {}, { as: chair });
const end = (as = chair) => stage.call('endSpeech', {}, { as });
const leave = (i: number) => stage.call('leave', {}, { as: one(i) });
/** Calls and ends until nobody waits; who had the floor, in order. */
const callAll = async () => {
  const order: number[] = [];
  for (;;) {
    const { status, body } = await next();
    if (status !== 200) return order;
    order.push(people.indexOf(String(body['personId'])));
    stage.later(10_000);
    await end();
  }
};

test('for and against take turns, whoever asked first on their side first', async () => {
  for (const [i, side] of [
    [0, 'against'],
    [1, 'for'],
    [2, 'for'],
    [3, 'for'],
    [4, 'against'],
  ] as const)
    await ask(i, side);
  expect(await callAll()).toEqual([1, 0, 2, 4, 3]);
});

test('a meeting called with rules of its own is led by them: no turns of sides, one speech each, its own seconds', async () => {
  const speaking = { speechSeconds: 45, speechesPerMatter: 1, alternate: false };
  await stage.openOne(chair, [chair, ...people], { speaking });
  const live = await stage.live(chair);
  expect(live.speaking).toEqual(speaking);
  await ask(0, 'for');
  await ask(1, 'for');
  await ask(2, 'against');
  const called = await next();
  expect([called.body['personId'], called.body['seconds']]).toEqual([one(0), 45]);
  await end();
  // by turns it would be the other side's
  expect(await callAll()).toEqual([1, 2]);
  expect((await ask(0, 'for')).body).toEqual({ refused: 'SPOKEN_OUT', facts: { times: 1 } });
});

test('whoever has not spoken yet comes before whoever has', async () => {
  await ask(0, 'for');
  await callAll();
  await ask(0, 'for');
  await ask(1, 'for');
  expect(await callAll()).toEqual([1, 0]);
});

test('after two speeches on a matter somebody is told to write; on the next matter they speak again', async () => {
  for (let i = 0; i < 2; i += 1) {
    await ask(0, 'for');
    await callAll();
  }
  expect((await ask(0, 'for')).body).toEqual({ refused: 'SPOKEN_OUT', facts: { times: 2 } });
  await stage.call('closeItem', {}, { as: chair });
  await stage.call('openItem', { n: 2 }, { as: chair });
  expect((await ask(0, 'against')).status).toBe(200);
  expect(await callAll()).toEqual([0]);
});

test('one place in the queue a person, however many taps at once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => ask(0, i % 2 ? 'for' : 'against')));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await stage.live(chair)).asks).toHaveLength(1);
  expect((await ask(0, 'for')).body).toEqual({ refused: 'ALREADY_ASKED' });
});

test('whoever leaves loses their place and is never called', async () => {
  await ask(0, 'for');
  await ask(1, 'for');
  await leave(0);
  expect((await stage.live(chair)).asks.map(({ personId }) => personId)).toEqual([one(1)]);
  expect(await callAll()).toEqual([1]);
});

test('a place left in the queue when its person took the quorum with them is passed over and cleared', async () => {
  for (let i = 0; i < 3; i += 1) await leave(i);
  await ask(3, 'for');
  await ask(4, 'for');
  await leave(3);
  expect((await stage.live(chair)).quorate).toBe(false);
  expect((await next()).body['personId']).toBe(one(4));
  await end();
  expect((await stage.live(chair)).asks).toEqual([]);
});

test('a place waiting for one matter does not keep anybody from asking on the next', async () => {
  await ask(0, 'for');
  await stage.call('closeItem', {}, { as: chair });
  await stage.call('openItem', { n: 2 }, { as: chair });
  expect((await stage.live(one(0))).mine.asked).toBe(false);
  expect((await ask(0, 'against')).status).toBe(200);
  expect(await callAll()).toEqual([0]);
});

test('withdrawn is withdrawn: the chair’s call and the withdrawal at once give the floor or take the place, never both', async () => {
  for (let round = 0; round < 6; round += 1) {
    await ask(round, 'for');
    const [called, withdrawn] = await Promise.all([next(), stage.call('withdrawAsk', {}, { as: one(round) })]);
    expect([called.status === 200, withdrawn.status === 200].filter(Boolean)).toHaveLength(1);
    const live = await stage.live(chair);
    expect(live.speech !== undefined).toBe(called.status === 200);
    if (live.speech) await end();
  }
});

test('two chairs who call at once give the floor to one', async () => {
  await ask(0, 'for');
  await ask(1, 'against');
  const answers = await Promise.all([next(), next(), next()]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  for (const { status, body } of answers) if (status !== 200) expect(body).toEqual({ refused: 'SPEECH_ON' });
});

test('a speech is extended once, ended by its speaker or the chair and by nobody else, and written down with its length', async () => {
  await ask(0, 'for');
  await next();
  const extend = () => stage.call('extendSpeech', {}, { as: chair });
  const twice = await Promise.all([extend(), extend()]);
  expect(twice.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await extend()).body).toEqual({ refused: 'EXTENDED_OUT', facts: { times: 1 } });
  expect((await stage.live(chair)).speech).toMatchObject({ seconds: 180, extensions: 1 });
  expect((await end(one(1))).body).toEqual({ refused: 'NOT_YOURS' });
  stage.later(65_000);
  const ends = await Promise.all([end(one(0)), end()]);
  expect(ends.filter(({ status }) => status === 200)).toHaveLength(1);
  const speeches = (await stage.lines(chair)).filter(({ kind }) => kind === 'speech');
  expect(speeches).toMatchObject([{ personId: one(0), side: 'for', seconds: 65, item: 1 }]);
});

test('an item is not finished over a speech or an open question', async () => {
  const close = () => stage.call('closeItem', {}, { as: chair });
  await ask(0, 'for');
  await next();
  expect((await close()).body).toEqual({ refused: 'SPEECH_ON' });
  await end();
  await stage.call('putQuestion', { text: '是否同意' }, { as: chair });
  expect((await close()).body).toEqual({ refused: 'QUESTION_OPEN' });
  await stage.call('closeQuestion', { n: 1 }, { as: chair });
  expect((await close()).status).toBe(200);
});

test('a summary stands beside its speech, is for speeches only, and not for frozen minutes', async () => {
  await ask(0, 'for');
  await callAll();
  const lines = await stage.lines(chair);
  const speech = lines.find(({ kind }) => kind === 'speech');
  const sum = (lineId: string | undefined) => stage.call('addSummary', { lineId, text: '说了南门' }, { as: chair });
  expect((await sum(lines[0]?.lineId)).body).toEqual({ refused: 'NOT_FOUND' });
  stage.world.check = { suggest: 'risky', label: 20_003 };
  expect((await sum(speech?.lineId)).body).toMatchObject({ refused: 'TEXT_RISKY' });
  stage.world.check = 'unavailable';
  expect((await sum(speech?.lineId)).status).toBe(200);
  const after = await stage.lines(chair);
  expect(after.find(({ lineId }) => lineId === speech?.lineId)).toEqual(speech);
  expect(after.at(-1)).toMatchObject({ kind: 'summary', about: speech?.lineId, text: '说了南门' });
});

test('forty who wait: the first eight of each side are shown, and the next is whom the chair calls', async () => {
  const crowd = await stage.people(40, 'resident');
  stage.later(60_000);
  for (const [i, as] of crowd.entries()) {
    await stage.arrive(as);
    await stage.call('askToSpeak', { side: i % 3 ? 'for' : 'against' }, { as });
  }
  const { asks, nextSpeaker } = await stage.live(chair);
  expect(asks).toHaveLength(16);
  expect((await next()).body['personId']).toBe(nextSpeaker);
});
