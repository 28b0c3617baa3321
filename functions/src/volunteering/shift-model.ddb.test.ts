import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Service } from '@gongzhi/shared/kernel/service/model';
import { stageShift, type Stage } from './test-shift';

/**
 * Random acts of several people on one small shift, with scans that come now, later, twice and from the organiser. After
 * each act: no more places are taken than there are, the numbers on the shift are the people's, and what counts of
 * everybody is one service, within the shift and what their latest event says.
 */
let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'volunteering']);
});
afterAll(() => engine.stop());

const PEOPLE = 4;
const SLOTS = 2;
const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('signUp' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fill' as const), who }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('in' as const, 'out' as const),
      who,
      how: fc.constantFrom('now' as const, 'later' as const, 'organiser' as const, 'twice' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('cap' as const, 'confirm' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('slots' as const), who, slots: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), who, minutes: fc.integer({ min: 1, max: 70 }) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
type Ids = Awaited<ReturnType<Stage['shift']>>;

interface Scene {
  stage: Stage;
  ids: Ids;
  organiser: string;
}
const scan = async (
  { stage, ids, organiser }: Scene,
  person: string,
  { kind, who: n, how }: Extract<Act, { how: unknown }>,
) => {
  const { now } = stage.world;
  const route = kind === 'in' ? 'checkIn' : 'checkOut';
  if (how === 'organiser') {
    await stage.call('scanVolunteer', { ...ids, way: kind, code: stage.own(ids, person) }, { as: organiser });
    return;
  }
  if (how === 'later') {
    const told = stage.offline(ids, person, { way: kind, code: stage.code(ids).text, at: now });
    stage.later(3);
    await stage.call(route, told, { as: person });
    return;
  }
  const key = `k${now.getTime()}${n}${kind}`.padEnd(16, '0');
  for (let i = 0; i < (how === 'twice' ? 2 : 1); i += 1)
    await stage.call(route, { ...ids, code: stage.code(ids).text }, { as: person, key });
};

const settle = async ({ stage, ids, organiser }: Scene, personId: string, kind: 'cap' | 'confirm') => {
  const { startsAt: from, endsAt: to } = await stage.shiftNow(ids, organiser);
  await (kind === 'cap'
    ? stage.call('capService', { ...ids, personId }, { as: organiser })
    : stage.call('confirmService', { ...ids, personId, from, to }, { as: organiser }));
};
const resize = async ({ stage, ids, organiser }: Scene, slots: number) => {
  const { startsAt, endsAt } = await stage.shiftNow(ids, organiser);
  await stage.call('changeShift', { ...ids, times: { startsAt, endsAt, slots } }, { as: organiser });
};

const perform = async (scene: Scene, as: string, one: Act): Promise<void> => {
  if ('how' in one) return scan(scene, as, one);
  if (one.kind === 'wait') return void scene.stage.later(one.minutes);
  if (one.kind === 'fill') return scene.stage.flow(scene.ids);
  if (one.kind === 'slots') return resize(scene, one.slots);
  if (one.kind === 'cap' || one.kind === 'confirm') return settle(scene, as, one.kind);
  await scene.stage.call(one.kind, scene.ids, { as });
};

/** The latest version of everybody's service by the events, whatever their order. */
const bySaid = (stage: Stage): Map<string, Service> => {
  const latest = new Map<string, Service>();
  for (const { type, data } of stage.said) {
    if (type !== 'volunteering.service-settled') continue;
    const { volunteerId, from, to, minutes, grade, version } = data as unknown as Service & { volunteerId: string };
    if ((latest.get(volunteerId)?.version ?? 0) < version)
      latest.set(volunteerId, { from, to, minutes, grade, version });
  }
  return latest;
};

const inspect = async ({ stage, ids, organiser }: Scene) => {
  const shift = await stage.shiftNow(ids, organiser);
  const all = await stage.attendance(ids, organiser);
  const count = (place: string) => all.filter((one) => one.place === place).length;
  expect([count('taken'), count('waiting')]).toEqual([shift.taken, shift.waiting]);
  expect(shift.taken).toBeLessThanOrEqual(shift.slots);
  const services = new Map(all.flatMap(({ personId, service }) => (service ? [[personId, service]] : [])));
  expect(services).toEqual(bySaid(stage));
  for (const { from, to, minutes } of services.values()) {
    expect(from >= shift.startsAt && to <= shift.endsAt && from <= to).toBe(true);
    expect(minutes).toBe(Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
  }
  const settled = stage.said.filter(({ type }) => type === 'volunteering.service-settled');
  const versions = settled.map(({ data }) => `${data['volunteerId']}#${data['version']}`);
  expect(new Set(versions).size).toBe(versions.length);
};

/** Once the bus has brought everything nobody waits beside a free place. */
const inspectQueue = async ({ stage, ids, organiser }: Scene) => {
  await stage.flow(ids);
  const { taken, waiting, slots, endsAt } = await stage.shiftNow(ids, organiser);
  if (Date.parse(endsAt) > stage.world.now.getTime()) expect(waiting > 0 && taken < slots).toBe(false);
};

test('whatever people do in whatever order, places and hours stay true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
      const stage = stageShift(engine.endpoint);
      const [worker, organiser] = [await stage.person(['worker']), await stage.person()];
      const people = await stage.people(PEOPLE);
      const scene = { stage, organiser, ids: await stage.shift(organiser, worker, SLOTS) };
      for (const one of acts) await perform(scene, people[one.who]!, one);
      await inspect(scene);
      await inspectQueue(scene);
      expect(stage.world.errors).toEqual([]);
      stage.close();
    }),
    { numRuns: 12 },
  );
}, 300_000);
