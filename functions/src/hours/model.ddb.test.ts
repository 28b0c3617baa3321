import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Case } from '@gongzhi/shared/hours/case-model';
import type { Entry, Totals } from '@gongzhi/shared/hours/model';
import { stageHours, type Stage } from './test-hours';

/**
 * Settlements in any order and again, corrections, honorary hours and questions, answered now and carried out later,
 * against a plain account of what should stand: no rule, key or condition of the slice is used in it.
 */
let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'hours']);
});
afterAll(() => engine.stop());

const LENGTH = 120;
type Act =
  | { act: 'settle'; shift: number; version: number; minutes: number; times: number }
  | { act: 'correct'; shift: number; wanted: number; accept: boolean }
  | { act: 'honour'; shift: number; minutes: number; accept: boolean }
  | { act: 'question'; accept: boolean }
  | { act: 'carry' };
const shift = fc.nat(2);
const accept = fc.boolean();
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ act: fc.constant('settle' as const), shift, version: fc.integer({ min: 1, max: 5 }) },
      ...{ minutes: fc.integer({ min: 0, max: LENGTH }), times: fc.integer({ min: 1, max: 3 }) },
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('correct' as const),
      shift,
      wanted: fc.integer({ min: 0, max: 200 }),
      accept,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('honour' as const),
      shift,
      minutes: fc.integer({ min: 1, max: 90 }),
      accept,
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('question' as const), accept }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('carry' as const) }) },
);

/** What stands of one shift. `line`: the serial and minutes of what is recorded. */
interface Stand {
  version: number;
  line?: { serial: number; minutes: number } | undefined;
  honorary: number;
}
interface Town {
  stage: Stage;
  volunteer: string;
  worker: string;
  chair: string;
  shifts: ReturnType<Stage['shift']>[];
  stands: Stand[];
  /** What answers will do when they are carried out, in the order in which they were given. */
  later: (() => void)[];
  asked: Set<number>;
  /** Which line a question is about. */
  questions: Map<string, { stand: Stand; serial: number }>;
  serial: number;
}

const found = async ({ stage, worker }: Town) =>
  ((await stage.call('listOpenCases', {}, { as: worker })).body['items'] as Case[]).filter(
    ({ kind }) => kind === 'question',
  );
const totalsOf = async ({ stage, volunteer }: Town) =>
  (await stage.call('readMyTotals', {}, { as: volunteer })).body as unknown as Totals;

const settle = async (town: Town, { shift: n, version, minutes, times }: Extract<Act, { act: 'settle' }>) => {
  const [of, stand] = [town.shifts[n], town.stands[n]];
  if (!of || !stand) throw new Error('no shift');
  await Promise.all(
    Array.from({ length: times }, () =>
      town.stage.settle({ volunteerId: town.volunteer, shift: of, version, minutes }),
    ),
  );
  if (version > stand.version) Object.assign(stand, { version, line: { serial: (town.serial += 1), minutes } });
  for (const { caseId, shiftId } of await found(town)) {
    const about = town.stands[town.shifts.findIndex((one) => one.shiftId === shiftId)];
    if (!town.questions.has(caseId) && about?.line)
      town.questions.set(caseId, { stand: about, serial: about.line.serial });
  }
};

const answer = async ({ stage, chair }: Town, caseId: unknown, yes: boolean) => {
  const said = await stage.call(
    'answerCase',
    { caseId, verdict: yes ? 'accept' : 'decline', words: '核对过' },
    { as: chair },
  );
  expect(said.status).toBe(200);
};

/** The line of a shift that stands, as the volunteer reads it. */
const lineOf = async ({ stage, volunteer, shifts }: Town, n: number): Promise<Entry | undefined> => {
  const items = (await stage.call('listMyEntries', {}, { as: volunteer })).body['items'] as Entry[];
  const reversed = new Set(items.map(({ reverses }) => reverses));
  return items
    .filter(({ shiftId, track }) => shiftId === shifts[n]?.shiftId && track === 'recorded')
    .find(({ entryId, reverses }) => !reverses && !reversed.has(entryId));
};
const correct = async (town: Town, { shift: n, wanted, accept: yes }: Extract<Act, { act: 'correct' }>) => {
  const stand = town.stands[n];
  const line = await lineOf(town, n);
  if (!stand?.line || !line) return expect(line).toBe(stand?.line);
  const may = wanted !== line.minutes && !town.asked.has(stand.line.serial);
  const ask = { entryId: line.entryId, from: line.from, wanted, why: '记错了' };
  const heard = await town.stage.call('askCorrection', ask, { as: town.volunteer });
  expect([heard.status === 200, line.minutes]).toEqual([may, stand.line.minutes]);
  if (!may) return;
  town.asked.add(stand.line.serial);
  await answer(town, heard.body['caseId'], yes);
  if (yes) town.later.push(() => (stand.line = { serial: (town.serial += 1), minutes: wanted }));
};

const roomOf = ({ line, honorary }: Stand) => Math.max(0, LENGTH - (line?.minutes ?? 0) - honorary);
const honour = async (town: Town, { shift: n, minutes, accept: yes }: Extract<Act, { act: 'honour' }>) => {
  const [of, stand] = [town.shifts[n], town.stands[n]];
  if (!of || !stand) throw new Error('no shift');
  const { activityId, shiftId } = of;
  const ask = { volunteerId: town.volunteer, activityId, shiftId, minutes, why: '手机没电' };
  const heard = await town.stage.call('askHonorary', ask, { as: town.worker });
  expect(heard.status === 200).toBe(minutes <= roomOf(stand));
  if (heard.status !== 200) return;
  await answer(town, heard.body['caseId'], yes);
  if (yes) town.later.push(() => (stand.honorary += Math.min(minutes, roomOf(stand))));
};

const question = async (town: Town, { accept: yes }: Extract<Act, { act: 'question' }>) => {
  const [one] = await found(town);
  if (!one) return;
  await answer(town, one.caseId, yes);
  const about = town.questions.get(one.caseId);
  if (!yes && about)
    town.later.push(() => {
      if (about.stand.line?.serial === about.serial) about.stand.line = undefined;
    });
};

const carry = async (town: Town) => {
  await town.stage.carry(town.volunteer);
  for (const done of town.later.splice(0)) done();
};

const ACTS = { settle, correct, honour, question, carry } as const;
const check = async (town: Town) => {
  const sum = (of: (stand: Stand) => number) => town.stands.reduce((all, stand) => all + of(stand), 0);
  const told = await totalsOf(town);
  expect(told).toMatchObject({
    recorded: sum(({ line }) => line?.minutes ?? 0),
    honorary: sum(({ honorary }) => honorary),
    imported: 0,
  });
  const { lines, balance } = await town.stage.books([town.volunteer]);
  expect([balance, town.stage.minutesIn(lines, 'recorded'), town.stage.minutesIn(lines, 'honorary')]).toEqual([
    0,
    told.recorded,
    told.honorary,
  ]);
};

const run = async (all: readonly Act[]) => {
  const stage = stageHours(engine.endpoint);
  const volunteer = await stage.person();
  const [worker, chair] = [await stage.person(['worker']), await stage.person(['chair'])];
  const shifts = [8, 11, 14].map((hour) => stage.shift({ hour, length: LENGTH }));
  const stands = shifts.map((): Stand => ({ version: 0, honorary: 0 }));
  const town: Town = {
    stage,
    volunteer,
    worker,
    chair,
    shifts,
    stands,
    later: [],
    asked: new Set(),
    questions: new Map(),
    serial: 0,
  };
  for (const act of all) {
    stage.world.now = new Date(stage.world.now.getTime() + 1_000);
    await ACTS[act.act](town, act as never);
    await check(town);
  }
  await carry(town);
  await carry(town);
  await check(town);
  const told = (await stage.events(volunteer)).filter(({ type }) => type === 'hours.entered');
  const { recorded, honorary } = await totalsOf(town);
  expect(told.reduce((sum, { data }) => sum + Number(data['minutes']), 0)).toBe(recorded + honorary);
  stage.close();
};

test('whatever comes in whatever order, the accounts balance, the totals are the sums, and nothing counts twice', async () => {
  await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 18 }), run), { numRuns: 15 });
}, 120_000);
