import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { metered } from '../kernel/meter';
import { stageShift, type Stage } from './test-shift';

/** A shift that was moved stands in everybody's list where it now is. */
let engine: TestTables;
let stage: Stage;
let organiser: string;
let worker: string;
/** So many updates are done before the table is away; and what somebody does in the middle. */
const world = { updates: Infinity, meanwhile: undefined as (() => Promise<unknown>) | undefined };
const through = (client: DynamoDBDocumentClient) =>
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context['commandName'] !== 'UpdateItemCommand') return next(args);
      const act = world.meanwhile;
      world.meanwhile = undefined;
      await act?.();
      if ((world.updates -= 1) < 0) throw new Error('table away');
      return next(args);
    },
    { step: 'initialize', name: 'away' },
  );
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'volunteering']);
  stage = stageShift(engine.endpoint, through as never);
  [organiser, worker] = [await stage.person(), await stage.person(['worker'])];
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});
beforeEach(() => Object.assign(world, { updates: Infinity, meanwhile: undefined }));

type Ids = Awaited<ReturnType<Stage['shift']>>;
const shift = () => stage.shift(organiser, worker, 500);
const signUp = async (ids: Ids, as: string) => expect((await stage.call('signUp', ids, { as })).status).toBe(200);
const move = async (ids: Ids, from: number) => {
  const times = { ...stage.inHours(from, from + 2), slots: 500 };
  expect((await stage.call('changeShift', { ...ids, times }, { as: organiser })).status).toBe(200);
};
const order = async (as: string) =>
  ((await stage.call('listMine', {}, { as })).body['items'] as { shiftId: string }[]).map(({ shiftId }) => shiftId);

test('the latest stands first, also after it was the earliest; to whom the event never came the list is whole', async () => {
  const [a, b, me] = [await shift(), await shift(), await stage.person()];
  await move(b, 5);
  for (const ids of [a, b]) await signUp(ids, me);
  expect(await order(me)).toEqual([b.shiftId, a.shiftId]);
  await move(a, 9);
  expect((await order(me)).sort()).toEqual([a.shiftId, b.shiftId].sort());
  const moving = () => metered(() => stage.flow(a, { moved: true }));
  expect((await moving()).units.write).toBe(3);
  // brought again, the condition is asked and nothing moves
  expect((await moving()).units.write).toBeLessThanOrEqual(1);
  expect(await order(me)).toEqual([a.shiftId, b.shiftId]);
});

test('a shift with more places moves nothing, and whoever withdrew or was never there gets no place by it', async () => {
  const [a, b] = [await shift(), await shift()];
  const [me, gone] = await stage.people(2);
  for (const who of [me!, gone!]) for (const ids of [a, b]) await signUp(ids, who);
  await stage.call('withdraw', a, { as: gone! });
  await move(a, 9);
  await stage.flow(a, { moved: false });
  expect(world.updates).toBe(Infinity);
  await stage.flow(a, { moved: true });
  expect([await order(me!), await order(gone!)]).toEqual([[a.shiftId, b.shiftId], [b.shiftId]]);
  expect(await order(await stage.person())).toEqual([]);
  await stage.flow({ ...a, shiftId: stage.id() }, { moved: true });
});

test('of two moves at once the later stands, whichever is heard first or is through last', async () => {
  const [a, b, me] = [await shift(), await shift(), await stage.person()];
  await move(b, 5);
  for (const ids of [a, b]) await signUp(ids, me);
  await move(a, 9);
  world.meanwhile = async () => {
    await move(a, 2);
    await stage.flow(a, { moved: true });
  };
  await stage.flow(a, { moved: true });
  expect(await order(me)).toEqual([b.shiftId, a.shiftId]);
});

test('130 are moved; broken off in the middle and brought again nobody is left behind', async () => {
  const [a, b] = [await shift(), await shift()];
  // of two at the same hour either may stand first
  await move(b, 5);
  const people = await stage.people(130);
  for (const who of people) for (const ids of [a, b]) await signUp(ids, who);
  await move(a, 9);
  world.updates = 60;
  await expect(stage.flow(a, { moved: true })).rejects.toThrow('table away');
  const moved = async () => {
    const all = [];
    for (const who of people) all.push((await order(who))[0] === a.shiftId);
    return all.filter(Boolean).length;
  };
  expect(await moved()).toBe(60);
  world.updates = Infinity;
  await stage.flow(a, { moved: true });
  expect(await moved()).toBe(130);
}, 120_000);
