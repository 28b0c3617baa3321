import { createHash } from 'node:crypto';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { minutesText } from '@gongzhi/shared/meetings/minutes-rules';
import { stageMeeting, type Stage } from './test-meeting';

jest.setTimeout(60_000);

let engine: TestTables;
let stage: Stage;
let chair: string;
let members: string[];
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'meetings']);
});
afterAll(() => engine.stop());
const member = (i: number) => members[i] ?? '';
const refused = (code: string) => ({ refused: code });
const call: Stage['call'] = (...args) => stage.call(...args);
const confirm = (as: string) => call('confirmMinutes', {}, { as });

beforeEach(async () => {
  stage = stageMeeting(engine.endpoint);
  chair = await stage.person('resident', 'chair');
  members = await stage.people(4, 'resident', 'councilMember');
  await stage.openOne(chair, [chair, member(0), member(1)], { objectionMinutes: 60 });
  await call('closeItem', {}, { as: chair });
});
afterEach(() => stage.close());
const end = () => call('endMeeting', {}, { as: chair });
const firstLine = async () => (await stage.lines(chair))[0]?.lineId ?? '';
const object = async (as: string, more: object = {}) =>
  call('raiseObjection', { about: await firstLine(), text: '人数不对', ...more }, { as });
const idOf = ({ body }: { body: Record<string, unknown> }) => String(body['lineId']);
const answer = (objectionId: string, accept: boolean) =>
  call('answerObjection', { objectionId, accept, text: '更正为四人' }, { as: chair });
const hashNow = async () =>
  createHash('sha256')
    .update(minutesText(await stage.lines(chair)))
    .digest('hex');

test('before the end there is nothing to object to or confirm', async () => {
  expect((await object(member(0))).body).toEqual(refused('MEETING_NOT_ENDED'));
  expect((await confirm(chair)).body).toEqual(refused('MEETING_NOT_ENDED'));
});

test('an accepted objection adds lines, changes none, and what was confirmed has to be confirmed anew', async () => {
  await end();
  const before = await stage.lines(chair);
  await confirm(chair);
  const objection = idOf(await object(member(0)));
  expect((await confirm(member(1))).body).toEqual({ refused: 'OBJECTIONS_OPEN', facts: { count: 1 } });
  await answer(objection, true);
  const after = await stage.lines(chair);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length)).toMatchObject([
    { kind: 'objection', about: before[0]?.lineId, text: '人数不对' },
    { kind: 'correction', about: objection, text: '更正为四人' },
  ]);
  expect((await stage.live(chair)).record).toMatchObject({ confirmed: 0, version: 2, openObjections: 0 });
  expect((await confirm(chair)).body).toMatchObject({ confirmed: 1, frozen: false });
});

test('an objection is answered once, by whoever comes first', async () => {
  await end();
  const objection = idOf(await object(member(0)));
  const answers = await Promise.all([answer(objection, true), answer(objection, false), answer(objection, false)]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await answer(objection, true)).body).toEqual(refused('ALREADY_DECIDED'));
  expect((await stage.live(chair)).record?.openObjections).toBe(0);
});

test('the last confirmation that is needed freezes them with the hash of every line; then nothing more is taken', async () => {
  await end();
  const answers = await Promise.all([chair, member(0), member(1)].map(confirm));
  const good = answers.filter(({ status }) => status === 200);
  expect(good.map(({ body }) => body['frozen']).sort()).toEqual([false, true]);
  const { record } = await stage.live(chair);
  expect(record).toMatchObject({ hash: await hashNow() });
  expect((await object(member(0))).body).toEqual(refused('MINUTES_FROZEN'));
  expect((await confirm(member(1))).body).toEqual(refused('MINUTES_FROZEN'));
  expect((await call('freezeMinutes', {}, { as: chair })).body).toEqual(refused('MINUTES_FROZEN'));
  const opinion = { item: 1, side: 'for', text: '迟了' };
  expect((await call('writeOpinion', opinion, { as: member(3) })).body).toEqual(refused('MINUTES_FROZEN'));
});

test('when the time for objections is over anybody freezes them, but not over an objection without an answer, nor before one who attended has confirmed', async () => {
  await end();
  const objection = idOf(await object(member(3)));
  stage.later(61 * MINUTE);
  const freeze = () => call('freezeMinutes', {}, { as: member(2) });
  expect((await freeze()).body).toEqual({ refused: 'OBJECTIONS_OPEN', facts: { count: 1 } });
  expect((await object(member(3))).body).toEqual(refused('OBJECTIONS_OVER'));
  await answer(objection, false);
  expect((await freeze()).body).toEqual(refused('NOBODY_CONFIRMED'));
  expect((await confirm(member(2))).body).toEqual(refused('NOT_ATTENDED'));
  expect((await confirm(member(0))).body).toMatchObject({ confirmed: 1, frozen: false });
  expect((await freeze()).body).toMatchObject({ hash: await hashNow() });
});

test('a confirmation of what was corrected afterwards is none: after the correction somebody has to confirm anew', async () => {
  await end();
  await confirm(member(0));
  const objection = idOf(await object(member(1)));
  stage.later(61 * MINUTE);
  await answer(objection, true);
  const freeze = () => call('freezeMinutes', {}, { as: member(2) });
  expect((await freeze()).body).toEqual(refused('NOBODY_CONFIRMED'));
  await confirm(member(0));
  expect((await freeze()).status).toBe(200);
});

test('those who came or were expected object; confirming is for those who came', async () => {
  await end();
  const stranger = await stage.person('resident');
  expect((await object(stranger)).body).toEqual(refused('NOT_ATTENDED'));
  expect((await object(member(3))).status).toBe(200);
  expect((await confirm(member(3))).body).toEqual(refused('NOT_ATTENDED'));
});

test('at most twenty objections wait at once', async () => {
  await end();
  const answers = await Promise.all(Array.from({ length: 24 }, () => object(member(0))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  expect((await object(member(1))).body).toEqual(refused('TOO_MANY'));
});

test('words the check is not sure of wait for a worker: seen by their author, then by all; kept-back ones by nobody else', async () => {
  await end();
  const worker = await stage.person('worker');
  stage.world.check = { suggest: 'review', label: 20_001 };
  const first = idOf(await object(member(0)));
  const second = idOf(await object(member(0)));
  const textOf = async (as: string, id: string) => (await stage.lines(as)).find(({ lineId }) => lineId === id)?.text;
  expect(await textOf(member(1), first)).toBeUndefined();
  expect(await textOf(member(0), first)).toBe('人数不对');
  const decide = (textId: string, publish: boolean) => call('decideText', { textId, publish }, { as: worker });
  expect((await decide(first, true)).status).toBe(200);
  expect((await decide(first, false)).body).toEqual(refused('ALREADY_DECIDED'));
  await decide(second, false);
  expect(await textOf(member(1), first)).toBe('人数不对');
  expect(await textOf(member(1), second)).toBeUndefined();
  stage.world.check = { suggest: 'risky', label: 20_003 };
  expect((await object(member(1))).body).toMatchObject({ refused: 'TEXT_RISKY' });
  expect((await object(member(1), { askReview: true })).body).toMatchObject({ state: 'waiting' });
});

test('a written opinion before the meeting and after it, once a matter; one that waits is its author’s and the workers’ alone', async () => {
  const write = (as: string, item: number) => call('writeOpinion', { item, side: 'against', text: '我来不了' }, { as });
  expect((await write(member(3), 1)).body).toMatchObject({ state: 'published' });
  expect((await write(member(3), 1)).body).toEqual(refused('ALREADY_DONE'));
  expect((await write(member(3), 3)).body).toEqual(refused('NOT_FOUND'));
  await end();
  stage.world.check = 'unavailable';
  expect((await write(member(3), 2)).body).toMatchObject({ state: 'waiting' });
  const seen = async (as: string) => ((await call('listOpinions', {}, { as })).body['items'] as unknown[]).length;
  expect([await seen(member(3)), await seen(member(0)), await seen(await stage.person('worker'))]).toEqual([2, 1, 2]);
});

test('events hold no words and no names', async () => {
  await call('writeOpinion', { item: 1, side: 'for', text: '独一无二的话' }, { as: member(3) });
  await end();
  await object(member(0), { text: '独一无二的话' });
  const events = JSON.stringify(await stage.events());
  for (const words of ['独一无二的话', '某位', '社区活动室']) expect(events).not.toContain(words);
});
