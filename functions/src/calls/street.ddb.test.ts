import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { StreetCall } from '@gongzhi/shared/calls/model';
import { memberKey, personKey } from '../kernel/caller';
import { stageCalls, type Stage } from './test-call';

/** What the street's supervisor sees of calls: numbers, of three or more, and nobody. */
let engine: TestTables;
let stages: [Stage, Stage];
let street: string;
let streetId: string;
const over = async (stage: Stage, scope: string) => {
  const personId = stage.id();
  await stage.put('identity', { ...personKey(personId), validFrom: 0, consents: { privacy: '1' } });
  await stage.put('directory', { ...memberKey(scope, personId), roles: ['supervisor'], displayName: '街道' });
  return personId;
};
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'party', 'calls']);
});
beforeEach(async () => {
  stages = [stageCalls(engine.endpoint), stageCalls(engine.endpoint)];
  streetId = stages[0].communityId.slice(0, 9);
  street = await over(stages[0], streetId);
});
afterEach(() => stages.forEach((stage) => stage.close()));
afterAll(() => engine.stop());
const read = (as = street) => stages[0].call('listStreetCalls', { streetId }, { as });

test('calls of every community of the street, the newest first, with what each is called; another street’s supervisor reads none', async () => {
  const [one, two] = stages;
  await one.put('directory', { pk: `${streetId}#communities`, sk: one.communityId, name: '幸福社区' });
  const made: string[] = [];
  for (const stage of [one, two, one]) {
    stages.forEach(({ world }) => (world.now = new Date(world.now.getTime() + 1_000)));
    made.push(await stage.called(await stage.person(['worker'])));
  }
  const { status, body } = await read();
  const items = body['items'] as StreetCall[];
  expect([status, items.slice(0, 3).map(({ callId }) => callId)]).toEqual([200, [...made].reverse()]);
  expect(items[0]).toMatchObject({ communityId: one.communityId, communityName: '幸福社区', needed: 10, asked: 0 });
  for (const who of [await over(one, '310199999'), await one.person(['worker', 'branchSecretary']), await one.member()])
    expect((await read(who)).body).toEqual({ refused: 'NOT_ELIGIBLE' });
});

test('numbers of three and more are shown, smaller ones and what they could be found from are not, and nobody is named or told of it', async () => {
  const [stage] = stages;
  const worker = await stage.person(['worker']);
  const people: string[] = [];
  for (let n = 0; n < 9; n += 1) people.push(await stage.member());
  const callId = await stage.called(worker);
  const shown = async () => ((await read()).body['items'] as StreetCall[]).find((one) => one.callId === callId);
  for (const one of people.slice(0, 2)) await stage.answer(callId, one);
  expect(await shown()).toMatchObject({ asked: 9 });
  expect(await shown()).not.toHaveProperty('said');
  await stage.answer(callId, people[2]!);
  for (const one of people.slice(3, 6)) await stage.answer(callId, one, 'cannot');
  const heard = await read();
  expect(await shown()).toMatchObject({ said: { coming: 3, arrived: 0, cannot: 3, withdrawn: 0, noAnswer: 3 } });
  expect([heard.units.write, JSON.stringify(heard.body).match(/党员|邻居|街道/)]).toEqual([0, null]);
  for (const one of people) expect(JSON.stringify(heard.body)).not.toContain(one);
});
