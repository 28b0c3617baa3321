import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Member } from '@gongzhi/shared/calls/contract';
import type { Attendance } from '@gongzhi/shared/kernel/service/model';
import { memberKey, personKey } from '../kernel/caller';
import { stageCalls, type Stage } from './test-call';
import { readingsOf } from './test-readings';

let engine: TestTables;
let stage: Stage;
let callId: string;
const people: Record<string, string> = {};
/** Two branches of members, each with its secretary; the supervisor of the street and of another; a resident. */
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'party', 'calls']);
  stage = stageCalls(engine.endpoint);
  const over = async (streetId: string) => {
    const personId = stage.id();
    await stage.put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
    await stage.put('directory', { ...memberKey(streetId, personId), roles: ['supervisor'], displayName: '街道' });
    return personId;
  };
  Object.assign(people, {
    caller: await stage.person(['worker']),
    worker: await stage.person(['worker']),
    one: await stage.secretary('B1'),
    two: await stage.secretary('B2'),
    // holds the role, but no branch
    none: await stage.person(['branchSecretary']),
    street: await over(stage.communityId.slice(0, 9)),
    elsewhere: await over('310199999'),
    resident: await stage.person(),
    a: await stage.member({ branchId: 'B1', building: '3号楼' }),
    b: await stage.member({ branchId: 'B2', skills: ['medical'] }),
  });
  callId = await stage.called(people['caller']!);
  await stage.answer(callId, people['a']!);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});
const readings = (who: string) => readingsOf(stage.client, stage.communityId, people[who]!);
const as = (who: string) => ({ as: people[who]! });

test.each([
  ['caller', ['a', 'b']],
  ['worker', 'NOT_CALLER'],
  ['one', ['a']],
  ['two', ['b']],
  ['none', 'NOT_CALLER'],
  ['street', 'NOT_ELIGIBLE'],
  ['elsewhere', 'NOT_ELIGIBLE'],
  ['resident', 'NOT_ELIGIBLE'],
  ['a', 'NOT_ELIGIBLE'],
] as const)('names and answers: %s reads %j', async (who, want) => {
  const { body } = await stage.call('listAnswers', { callId }, as(who));
  const items = body['items'] as Member[] | undefined;
  expect(items?.map(({ personId }) => personId).sort() ?? body['refused']).toEqual(
    typeof want === 'string' ? want : want.map((one) => people[one]).sort(),
  );
});

test.each([
  ['caller', true],
  ['worker', 'NOT_ORGANISER'],
  ['one', 'NOT_ORGANISER'],
  ['street', 'NOT_ORGANISER'],
  ['elsewhere', 'NOT_ELIGIBLE'],
  ['resident', 'NOT_ORGANISER'],
  ['a', 'NOT_ORGANISER'],
] as const)('who comes, with names: %s %s', async (who, want) => {
  const { body } = await stage.call('listAttendance', { callId }, as(who));
  const items = body['items'] as Attendance[] | undefined;
  expect(items ? items.map(({ personId }) => personId) : body['refused']).toEqual(want === true ? [people['a']] : want);
});

test.each([
  ['caller', 200],
  ['worker', 200],
  ['one', 200],
  ['two', 200],
  ['street', 403],
  ['elsewhere', 403],
  ['resident', 403],
  ['a', 403],
])('numbers: %s %d', async (who, status) => {
  const heard = await stage.call('readBoard', { callId }, as(who));
  expect(heard.status).toBe(status);
  if (status === 200) expect(heard.body).toMatchObject({ asked: 2, coming: 1, noAnswer: 1 });
  expect(JSON.stringify(heard.body)).not.toMatch(/党员|邻居/);
  expect((await stage.call('listCalls', {}, as(who))).status).toBe(status);
});

test.each([
  ['caller', 200, { leads: true }],
  ['worker', 200, { leads: false }],
  ['one', 200, { leads: false }],
  ['street', 403, {}],
  ['elsewhere', 403, {}],
  ['resident', 403, {}],
  ['a', 403, {}],
])('the call itself, for those who watch: %s %d', async (who, status, more) => {
  const { body, ...heard } = await stage.call('readCall', { callId }, as(who));
  expect([heard.status, body]).toMatchObject([status, more]);
});
test.each([
  ['a', 200, { answer: 'coming', about: '地下车库要进水了，请来搬沙袋。' }],
  ['b', 200, { answer: 'asked' }],
  ['caller', 404, { refused: 'NOT_FOUND' }],
  ['one', 404, { refused: 'NOT_FOUND' }],
  ['resident', 404, { refused: 'NOT_FOUND' }],
])('the call itself, for those who were asked: %s %d', async (who, status, more) => {
  const { body, ...heard } = await stage.call('readMine', { callId }, as(who));
  expect([heard.status, body]).toMatchObject([status, more]);
});

test('that a name was read is written down for the member, whoever may not read leaves nothing, and whoever takes over reads from then on', async () => {
  const both = (one: string[]) => one.map((line) => line.replace(/ \d+$/, ''));
  expect(both(await readings('a'))).toEqual(['secretary call', 'worker call']);
  expect(both(await readings('b'))).toEqual(['secretary call', 'worker call']);
  const before = await readings('b');
  for (const who of ['worker', 'one', 'none', 'street', 'resident'])
    await stage.call('listAnswers', { callId }, as(who));
  for (const who of ['caller', 'one', 'street'] as const) await stage.call('readBoard', { callId }, as(who));
  expect(await readings('b')).toEqual(before);
  expect((await stage.call('takeCall', { callId }, as('worker'))).status).toBe(200);
  expect((await stage.call('listAnswers', { callId }, as('caller'))).body).toEqual({ refused: 'NOT_CALLER' });
  expect((await stage.call('listAnswers', { callId }, as('worker'))).status).toBe(200);
  expect(await readings('b')).toHaveLength(before.length + 1);
  await stage.call('takeCall', { callId }, as('caller'));
});

test('events and their history hold no name, and not who is a member', () => {
  const words = stage.said.map(({ type, data, answer }) => JSON.stringify([type, data, answer])).join('\n');
  expect(words).not.toMatch(/党员|邻居|沙袋|车库/);
  const listed = stage.said.filter(({ gpk }) => gpk);
  const members = new Set([people['a'], people['b']]);
  expect(listed.filter(({ actor, data }) => members.has(actor) || members.has(String(data['volunteerId'])))).toEqual(
    [],
  );
});
