import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Entry, Totals } from '@gongzhi/shared/hours/model';
import { stageHours, type Stage } from './test-hours';

let engine: TestTables;
let stage: Stage;
let volunteer: string;
let worker: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'hours']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageHours(engine.endpoint);
  volunteer = await stage.person(['resident'], '王秀兰');
  worker = await stage.person(['worker'], '李静');
});
afterEach(() => stage.close());

const totals = async (as = volunteer) => (await stage.call('readMyTotals', {}, { as })).body as unknown as Totals;
const entries = async (as = volunteer) => (await stage.call('listMyEntries', {}, { as })).body['items'] as Entry[];
const cases = async (as = worker) =>
  (await stage.call('listOpenCases', {}, { as })).body['items'] as Record<string, unknown>[];
const entered = async () => (await stage.events(volunteer)).filter(({ type }) => type === 'hours.entered');

test('a settled service is one line with its evidence, in both accounts, and the total costs one unit to read', async () => {
  const shift = stage.shift({ title: '给独居老人送饭' });
  const units = await stage.settle({ volunteerId: volunteer, shift, grade: 'placed' });
  expect(units.write).toBeLessThanOrEqual(10);
  expect(await totals()).toEqual({
    ...{ recorded: 120, honorary: 0, imported: 0 },
    years: [{ year: 2026, recorded: 120, honorary: 0, imported: 0 }],
  });
  const { units: read } = await stage.call('readMyTotals', {}, { as: volunteer });
  expect(read.read).toBe(3); // who is calling: 2
  const [line] = await entries();
  expect(line).toMatchObject({
    title: '给独居老人送饭',
    grade: 'placed',
    track: 'recorded',
    minutes: 120,
    cause: 'settled',
  });
  expect(line).not.toHaveProperty('question');
  expect(await stage.books([volunteer])).toMatchObject({
    balance: 0,
    lines: [{ minutes: 120 }],
    mirrors: [{ minutes: -120 }],
  });
  expect((await entered()).map(({ data, scope, subject }) => ({ data, scope, subject }))).toEqual([
    {
      scope: stage.communityId,
      subject: `hours/${volunteer}`,
      data: {
        ...{ entryId: line?.entryId, volunteerId: volunteer, minutes: 120, grade: 'placed', track: 'recorded' },
        ...{ shiftId: shift.shiftId, activityId: shift.activityId, kind: 'environment', from: shift.from },
      },
    },
  ]);
});

test('versions count once, whatever their order and however many come at the same time', async () => {
  const shift = stage.shift();
  const version = (n: number, minutes: number) => ({ volunteerId: volunteer, shift, version: n, minutes });
  await Promise.all([1, 1, 1].map((n) => stage.settle(version(n, 60))));
  await Promise.all([stage.settle(version(3, 90)), stage.settle(version(2, 75)), stage.settle(version(3, 90))]);
  await stage.settle(version(2, 75));
  await stage.settle(version(1, 60));
  expect((await totals()).recorded).toBe(90);
  const { lines, mirrors, balance } = await stage.books([volunteer]);
  expect({ balance, sum: stage.minutesIn(lines), same: lines.length === mirrors.length }).toEqual({
    balance: 0,
    sum: 90,
    same: true,
  });
  const told = (await entered()).reduce((sum, { data }) => sum + Number(data['minutes']), 0);
  expect(told).toBe(90);
  expect(await cases()).toEqual([]);
});

test('a service that ends where another begins is not odd; one that overlaps, or makes a day of more than twelve hours, is asked about', async () => {
  const morning = stage.shift({ hour: 8, length: 120 });
  await stage.settle({ volunteerId: volunteer, shift: morning });
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ hour: 10, length: 60 }) });
  expect(await cases()).toEqual([]);
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ hour: 10, length: 120, title: '两头跑' }) });
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ hour: 13, length: 480 }) });
  const asked = await cases();
  expect(asked.map(({ reasons }) => reasons).sort()).toEqual([['longDay'], ['overlap']]);
  expect(asked.every(({ volunteerName }) => volunteerName === '王秀兰')).toBe(true);
  const odd = (await entries()).find(({ title }) => title === '两头跑');
  expect(odd?.question).toMatchObject({ reasons: ['overlap'], state: 'open' });
  const caseId = odd?.question?.caseId;
  const no = { caseId, verdict: 'decline', words: '这个时间在另一个活动' };
  expect((await stage.call('answerCase', no, { as: volunteer })).body['refused']).toBe('NOT_IN_CHARGE');
  const said = await stage.call('answerCase', no, { as: worker });
  expect(said).toMatchObject({ status: 200, body: { state: 'declined' } });
  expect(said.units.write).toBeLessThanOrEqual(8);
  await stage.carry(volunteer);
  await stage.carry(volunteer);
  expect((await totals()).recorded).toBe(120 + 60 + 480);
  expect(
    (await entries())
      .filter(({ title }) => title === '两头跑')
      .map(({ minutes, cause }) => [minutes, cause])
      .sort(),
  ).toEqual([
    [-120, 'rejected'],
    [120, 'settled'],
  ]);
});

test('a question that is answered with yes keeps the entry; a version after a person’s no is asked about again', async () => {
  await stage.settle({ volunteerId: volunteer, shift: stage.shift() });
  const shift = stage.shift();
  await stage.settle({ volunteerId: volunteer, shift });
  const [first] = await cases();
  await stage.call('answerCase', { caseId: first?.['caseId'], verdict: 'accept', words: '两处都去了' }, { as: worker });
  await stage.carry(volunteer);
  expect((await totals()).recorded).toBe(240);
  expect(await cases()).toEqual([]);
  await stage.settle({ volunteerId: volunteer, shift, version: 2, minutes: 60 });
  const [second] = await cases();
  await stage.call('answerCase', { caseId: second?.['caseId'], verdict: 'decline', words: '人不在' }, { as: worker });
  await stage.carry(volunteer);
  expect((await totals()).recorded).toBe(120);
  await stage.settle({ volunteerId: volunteer, shift, version: 3, minutes: 30 });
  expect((await cases()).map(({ reasons }) => reasons)).toEqual([['overlap', 'afterAnswer']]);
});

describe('a correction', () => {
  const asked = async () => {
    const organiser = await stage.person(['resident'], '赵大伟');
    const shift = stage.shift({ organiserId: organiser });
    await stage.settle({ volunteerId: volunteer, shift, minutes: 60, grade: 'capped' });
    const [line] = await entries();
    const ask = { entryId: line?.entryId, from: line?.from, wanted: 120, why: '忘记签退，实际做到十一点' };
    return { organiser, shift, line, ask };
  };

  it('is asked for by the volunteer, answered by the organiser, and both stay', async () => {
    const { organiser, ask, line, shift } = await asked();
    const receipt = await stage.call('askCorrection', ask, { as: volunteer });
    expect(receipt).toMatchObject({ status: 200, body: { state: 'open', dueAt: '2026-12-07T16:00:00.000Z' } });
    expect(receipt.units.write).toBeLessThanOrEqual(8);
    expect((await stage.call('askCorrection', ask, { as: volunteer })).body['refused']).toBe('ALREADY_DONE');
    const caseId = receipt.body['caseId'];
    const own = (await stage.call('listOrganisedCases', {}, { as: organiser })).body['items'];
    expect(own).toMatchObject([
      { caseId, kind: 'correction', minutes: 60, wanted: 120, why: ask.why, volunteerName: '王秀兰' },
    ]);
    const yes = { caseId, verdict: 'accept', words: '核对过，属实' };
    const stranger = await stage.person();
    expect((await stage.call('answerCase', yes, { as: stranger })).body['refused']).toBe('NOT_IN_CHARGE');
    expect((await stage.call('readCase', { caseId }, { as: stranger })).status).toBe(404);
    expect((await stage.call('answerCase', yes, { as: organiser })).status).toBe(200);
    expect((await stage.call('answerCase', yes, { as: worker })).body['refused']).toBe('ALREADY_DECIDED');
    await stage.carry(volunteer);
    await stage.carry(volunteer);
    expect((await totals()).recorded).toBe(120);
    const now = await entries();
    expect(
      now
        .map(({ minutes, grade, cause, reverses }) => ({ minutes, grade, cause, reverses }))
        .sort((a, b) => a.minutes - b.minutes),
    ).toEqual([
      { minutes: -60, grade: 'capped', cause: 'corrected', reverses: line?.entryId },
      { minutes: 60, grade: 'capped', cause: 'settled', reverses: undefined },
      { minutes: 120, grade: 'confirmed', cause: 'corrected', reverses: undefined },
    ]);
    const mine = (await stage.call('listMyCases', {}, { as: volunteer })).body['items'];
    expect(mine).toMatchObject([{ caseId, state: 'accepted', answer: '核对过，属实', answeredBy: '赵大伟' }]);
    expect((await stage.books([volunteer])).balance).toBe(0);
    await stage.settle({ volunteerId: volunteer, shift, version: 2, minutes: 90 });
    expect((await totals()).recorded).toBe(90);
    expect((await cases()).map(({ reasons }) => reasons)).toEqual([['afterAnswer']]);
  });

  it('is refused for another’s line, the same minutes, a line that no longer stands, and risky words', async () => {
    const { ask } = await asked();
    const refusedAs = async (more: Record<string, unknown>, as = volunteer) =>
      (await stage.call('askCorrection', { ...ask, ...more }, { as })).body['refused'];
    expect(await refusedAs({}, worker)).toBe('NOT_FOUND');
    expect(await refusedAs({ wanted: 60 })).toBe('SAME_MINUTES');
    stage.world.check = { suggest: 'risky', label: 10_001 };
    expect(await refusedAs({})).toBe('TEXT_RISKY');
    stage.world.check = 'unavailable';
    const { body } = await stage.call('askCorrection', ask, { as: volunteer });
    stage.world.check = { suggest: 'pass', label: 100 };
    await stage.call('answerCase', { caseId: body['caseId'], verdict: 'accept', words: '好' }, { as: worker });
    await stage.carry(volunteer);
    const reversal = (await entries()).find(({ reverses }) => reverses);
    expect(await refusedAs({ entryId: reversal?.entryId })).toBe('NOT_CORRECTABLE');
    expect(await refusedAs({})).toBe('NOT_CORRECTABLE');
  });
});

describe('honorary hours', () => {
  const honour = (minutes: number, shift: { activityId: string; shiftId: string }, as: string) =>
    stage.call(
      'askHonorary',
      { ...{ volunteerId: volunteer, activityId: shift.activityId, shiftId: shift.shiftId }, minutes, why: '手机没电' },
      { as },
    );

  it('need a second person, stay apart from recorded ones and never pass the length of the shift', async () => {
    const shift = stage.shift({ length: 120 });
    await stage.settle({ volunteerId: volunteer, shift, minutes: 50 });
    const second = await stage.person(['chair'], '陈国强');
    expect((await honour(71, shift, worker)).body).toMatchObject({ refused: 'OVER_SHIFT', facts: { minutes: 70 } });
    expect((await honour(60, shift, volunteer)).body['refused']).toBe('NOT_IN_CHARGE');
    const asked = await Promise.all([honour(60, shift, worker), honour(60, shift, worker)]);
    for (const { body } of asked) {
      const yes = { caseId: body['caseId'], verdict: 'accept', words: '当时在场' };
      expect((await stage.call('answerCase', yes, { as: worker })).body['refused']).toBe('SECOND_PERSON');
      expect((await stage.call('answerCase', yes, { as: second })).status).toBe(200);
    }
    await stage.carry(volunteer);
    await stage.carry(volunteer);
    expect(await totals()).toMatchObject({ recorded: 50, honorary: 70 });
    const told = (await entered()).map(({ data }) => [data['track'], data['minutes']]);
    expect(told.sort()).toEqual([
      ['honorary', 10],
      ['honorary', 60],
      ['recorded', 50],
    ]);
  });

  it('wait for the end of the shift, and nobody asks for their own', async () => {
    const tomorrow = stage.shift({ day: 24 });
    expect((await honour(10, tomorrow, worker)).body['refused']).toBe('SHIFT_RUNNING');
    const own = { ...stage.shift(), minutes: 10, why: '忙' };
    const { activityId, shiftId } = own;
    const asked = { volunteerId: worker, activityId, shiftId, minutes: 10, why: '忙' };
    expect((await stage.call('askHonorary', asked, { as: worker })).body['refused']).toBe('OWN_HOURS');
    expect(
      (await stage.call('askHonorary', { ...asked, volunteerId: stage.id() }, { as: worker })).body['refused'],
    ).toBe('NO_SUCH_VOLUNTEER');
  });
});

test('the community sets its own numbers, and what is asked afterwards goes by them', async () => {
  const rule = { answerWorkingDays: 3, publicityDays: 0, mostMinutesADay: 60, stepMinutes: 60 };
  expect((await stage.call('changeRule', rule, { as: volunteer })).status).toBe(403);
  expect((await stage.call('changeRule', rule, { as: worker })).status).toBe(200);
  expect((await stage.call('readRule')).body).toEqual(rule);
  await stage.settle({ volunteerId: volunteer, shift: stage.shift() });
  expect(await cases()).toMatchObject([{ reasons: ['longDay'], dueAt: '2026-11-26T16:00:00.000Z' }]);
});

test('what is no event of ours is let by', async () => {
  await stage.bring('nothing');
  await stage.bring({
    ...stage.settledEvent({ volunteerId: volunteer, shift: stage.shift() }),
    type: 'volunteering.signed-up',
  });
  await stage.bring({ type: 'hours.case-answered', scope: stage.communityId, data: { caseId: `x-${stage.id()}` } });
  expect(await stage.events(volunteer)).toEqual([]);
});
