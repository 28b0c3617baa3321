import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { DAY } from '@gongzhi/shared/kernel/time';
import type { Attendance } from '@gongzhi/shared/kernel/service/model';
import { SERVICE } from '@gongzhi/shared/kernel/service/rule-sets';
import { stageShift, type Answered, type Stage } from './test-shift';

let engine: TestTables;
let stage: Stage;
let worker: string;
let organiser: string;
let me: string;
let ids: Awaited<ReturnType<Stage['shift']>>;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'volunteering']);
});
afterAll(() => engine.stop());
/** The shift is from 10:00 to 12:00 by the clock of London; it is 9:00. */
beforeEach(async () => {
  stage = stageShift(engine.endpoint);
  stage.at('2026-11-27T09:00:00.000Z');
  [worker, organiser, me] = await Promise.all([stage.person(['worker']), stage.person(), stage.person()]);
  ids = await stage.shift(organiser, worker, 10, { spot: { lat: 31_230_400, lng: 121_473_700 } });
  await stage.call('signUp', ids, { as: me });
});
afterEach(() => {
  expect(stage.world.errors).toEqual([]);
  stage.close();
});

const at = (clock: string) => new Date(`2026-11-27T${clock}:00.000Z`);
const refusalOf = ({ body }: Answered) => body['refused'];
const arrive = (more: object = {}, as = me) =>
  stage.call('checkIn', { ...ids, code: stage.code(ids).text, ...more }, { as });
const leave = (more: object = {}, as = me) =>
  stage.call('checkOut', { ...ids, code: stage.code(ids).text, ...more }, { as });
const mine = async (): Promise<Attendance | undefined> =>
  (await stage.attendance(ids, organiser)).find(({ personId }) => personId === me);
const settled = () => stage.said.filter(({ type }) => type === 'volunteering.service-settled').map(({ data }) => data);

describe('with a network', () => {
  test.each([
    ['come early and leave late: only the shift counts', '09:40', '12:30', 120],
    ['come late and leave early: only the stay counts', '10:20', '11:50', 90],
  ])('%s', async (_, come, go, minutes) => {
    stage.at(at(come));
    expect((await arrive()).body).toMatchObject({ personId: me, band: 'unknown' });
    stage.at(at(go));
    expect((await leave()).body).toMatchObject({ minutes, grade: 'scanned' });
    expect(settled()).toEqual([
      expect.objectContaining({
        volunteerId: me,
        shiftId: ids.shiftId,
        minutes,
        grade: 'scanned',
        version: 1,
        kind: 'environment',
      }),
    ]);
  });

  test.each([
    ['09:29', 'CHECK_IN_EARLY'],
    ['12:01', 'CHECK_IN_OVER'],
  ])('nobody checks in at %s: %s', async (clock, refused) => {
    stage.at(at(clock));
    expect(refusalOf(await arrive())).toBe(refused);
  });

  test('nobody checks out before they came, before the shift or an hour after it', async () => {
    stage.at(at('09:40'));
    expect(refusalOf(await leave())).toBe('NOT_CHECKED_IN');
    await arrive();
    stage.at(at('09:45'));
    expect(refusalOf(await leave())).toBe('CHECK_OUT_EARLY');
    stage.at(at('13:01'));
    expect(refusalOf(await leave())).toBe('CHECK_OUT_OVER');
  });

  test.each([
    ['at the place', { lat: 31.2304, lng: 121.4737, accuracy: 30, datum: 'gcj02' }, 'here', 'placed'],
    ['half a kilometre away', { lat: 31.2354, lng: 121.4737, accuracy: 30, datum: 'gcj02' }, 'near', 'scanned'],
    ['in another town', { lat: 39.9, lng: 116.4, accuracy: 30, datum: 'gcj02' }, 'far', 'scanned'],
    ['who knows where', { lat: 31.2304, lng: 121.4737, accuracy: 900, datum: 'gcj02' }, 'unknown', 'scanned'],
    // the same place by GPS: 480 m off as numbers, and no metre off on the ground
    ['at the place, by GPS', { lat: 31.232344, lng: 121.469219, accuracy: 30, datum: 'wgs84' }, 'here', 'placed'],
  ])('a phone %s: a band is kept, and no position', async (_, position, band, grade) => {
    stage.at(at('10:00'));
    expect((await arrive({ position })).body).toMatchObject({ band });
    stage.at(at('11:00'));
    expect((await leave()).body).toMatchObject({ grade });
    const kept = JSON.stringify([await mine(), stage.said.map(({ data, answer }) => [data, answer])]);
    for (const number of [position.lat, position.lng, 1e6 * position.lat]) expect(kept).not.toContain(String(number));
  });

  test('a code of another shift, an old one, a made one and the one somebody came with are refused', async () => {
    const other = await stage.shift(organiser, worker);
    stage.at(at('10:00'));
    const now = stage.code(ids).text;
    const forged = `${now.slice(0, -1)}${now.endsWith('A') ? 'B' : 'A'}`;
    expect(refusalOf(await arrive({ code: stage.code(other).text }))).toBe('SHIFT_CODE_WRONG');
    expect(refusalOf(await arrive({ code: forged }))).toBe('SHIFT_CODE_WRONG');
    expect(refusalOf(await arrive({ code: stage.code(ids, at('09:55')).text }))).toBe('CODE_OLD');
    expect((await arrive({ code: now })).status).toBe(200);
    expect(refusalOf(await leave({ code: now }))).toBe('CODE_REPLAYED');
  });

  test('digits may be typed where nothing can be scanned, not guessed', async () => {
    stage.at(at('10:00'));
    const { digits } = stage.code(ids);
    const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
    for (let i = 0; i < 10; i += 1) expect(refusalOf(await arrive({ code: wrong }))).toBe('SHIFT_CODE_WRONG');
    expect(refusalOf(await arrive({ code: digits }))).toBe('SHIFT_CODE_WRONG');
    const other = await stage.person();
    await stage.call('withdraw', ids, { as: other });
    stage.at(at('09:50'));
    await stage.call('signUp', ids, { as: other });
    stage.at(at('10:01'));
    expect((await arrive({ code: stage.code(ids).digits }, other)).status).toBe(200);
  });

  test('one who is tapped sixteen times at once came once and left once', async () => {
    stage.at(at('10:00'));
    const ins = await Promise.all(Array.from({ length: 16 }, () => arrive()));
    expect(ins.filter(({ status }) => status === 200)).toHaveLength(1);
    stage.at(at('11:00'));
    const outs = await Promise.all(Array.from({ length: 16 }, () => leave()));
    expect(outs.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(settled()).toHaveLength(1);
  });
});

describe('without a network', () => {
  test('a phone offline for a day: what it scanned is told later, waits for the organiser, and counts once', async () => {
    const [came, left] = [stage.code(ids, at('09:50')).text, stage.code(ids, at('12:10')).text];
    stage.at(new Date(at('12:10').getTime() + DAY));
    const arrival = stage.offline(ids, me, { way: 'in', code: came, at: at('09:50') });
    const departure = stage.offline(ids, me, { way: 'out', code: left, at: at('12:10') });
    expect((await stage.call('checkIn', arrival, { as: me })).body).toMatchObject({
      late: true,
      at: at('09:50').toISOString(),
    });
    expect(refusalOf(await stage.call('checkIn', arrival, { as: me }))).toBe('ALREADY_DONE');
    expect((await stage.call('checkOut', departure, { as: me })).body).toMatchObject({ late: true });
    expect(refusalOf(await stage.call('checkOut', departure, { as: me }))).toBe('ALREADY_DONE');
    expect(settled()).toEqual([]);
    const word = { ...ids, personId: me, from: at('10:00').toISOString(), to: at('12:00').toISOString() };
    expect(refusalOf(await stage.call('confirmService', word, { as: me }))).toBe('NOT_ORGANISER');
    expect((await stage.call('confirmService', word, { as: organiser })).body).toMatchObject({
      minutes: 120,
      grade: 'confirmed',
    });
    expect(await mine()).toMatchObject({
      inAt: at('09:50').toISOString(),
      outAt: at('12:10').toISOString(),
      late: true,
    });
    expect(settled()).toHaveLength(1);
  });

  test('a clock two hours wrong changes nothing: the code says when it was shown', async () => {
    const came = stage.code(ids, at('10:05')).text;
    stage.at(at('14:00'));
    const arrival = stage.offline(ids, me, { way: 'in', code: came, at: at('12:05') });
    expect((await stage.call('checkIn', arrival, { as: me })).body).toMatchObject({
      at: at('10:05').toISOString(),
      late: true,
    });
    // but a phone that says it scanned tomorrow is not believed
    const left = stage.code(ids, at('11:00')).text;
    const departure = stage.offline(ids, me, { way: 'out', code: left, at: new Date(at('14:00').getTime() + DAY) });
    expect(refusalOf(await stage.call('checkOut', departure, { as: me }))).toBe('PROOF_WRONG');
  });

  test('what was made up, or another made, is refused; and after a week nothing is taken', async () => {
    const came = stage.code(ids, at('10:05')).text;
    stage.at(at('14:00'));
    const mineThen = stage.offline(ids, me, { way: 'in', code: came, at: at('10:05') });
    const other = await stage.person();
    expect(
      refusalOf(
        await stage.call(
          'checkIn',
          { ...ids, ...stage.offline(ids, other, { way: 'in', code: came, at: at('10:05') }) },
          { as: me },
        ),
      ),
    ).toBe('PROOF_WRONG');
    const moved = { ...mineThen, later: { ...mineThen.later, scannedAt: at('10:06').toISOString() } };
    expect(refusalOf(await stage.call('checkIn', moved, { as: me }))).toBe('PROOF_WRONG');
    expect(refusalOf(await stage.call('checkIn', { ...mineThen, code: `${came}A` }, { as: me }))).toBe(
      'SHIFT_CODE_WRONG',
    );
    const ahead = stage.code(ids, at('15:00')).text;
    expect(
      refusalOf(
        await stage.call('checkIn', stage.offline(ids, me, { way: 'in', code: ahead, at: at('14:00') }), { as: me }),
      ),
    ).toBe('SHIFT_CODE_WRONG');
    stage.at(new Date(at('12:01').getTime() + SERVICE.syncDays.value * DAY));
    expect(refusalOf(await stage.call('checkIn', mineThen, { as: me }))).toBe('SYNC_OVER');
  });

  test('the organiser’s scans of the volunteer’s code count by themselves, whenever they are told', async () => {
    const scan = (way: 'in' | 'out', clock: string) =>
      stage.offline(ids, organiser, { way, code: stage.own(ids, me, at(clock)), at: at(clock) });
    const tell = (input: object, way: string, as = organiser) => stage.call('scanVolunteer', { ...input, way }, { as });
    stage.at(new Date(at('12:00').getTime() + DAY));
    expect(refusalOf(await tell(scan('in', '10:00'), 'in', me))).toBe('NOT_ORGANISER');
    expect((await tell(scan('in', '10:00'), 'in')).body).toMatchObject({ personId: me, at: at('10:00').toISOString() });
    expect(refusalOf(await tell(scan('in', '10:00'), 'in'))).toBe('ALREADY_DONE');
    expect((await tell(scan('out', '11:30'), 'out')).body).toMatchObject({ minutes: 90, grade: 'scanned' });
    expect(settled()).toHaveLength(1);
  });

  test('a picture of a code, a made code and a phone two hours wrong are refused', async () => {
    stage.at(at('10:00'));
    const scan = (code: string) => stage.call('scanVolunteer', { ...ids, way: 'in', code }, { as: organiser });
    expect(refusalOf(await scan(stage.own(ids, me, at('09:55'))))).toBe('OWN_CODE_OLD');
    expect(refusalOf(await scan(stage.own(ids, me, at('12:00'))))).toBe('OWN_CODE_OLD');
    const code = stage.own(ids, me);
    expect(refusalOf(await scan(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`))).toBe('OWN_CODE_WRONG');
    expect(refusalOf(await scan('GV1.nothing'))).toBe('OWN_CODE_WRONG');
    expect((await scan(code)).status).toBe(200);
  });

  test('the desk holds every code of the shift, from the first arrival to the last departure', async () => {
    const { body } = await stage.call('readDesk', ids, { as: organiser });
    const { firstWindow, codes } = body as { firstWindow: number; codes: string[] };
    for (const clock of ['09:30', '10:00', '12:59']) {
      const window = Math.floor(at(clock).getTime() / 30_000);
      const made = codes[window - firstWindow] ?? '';
      const { text, digits } = stage.code(ids, at(clock));
      expect([`GZ1.${window.toString(36)}.${made.slice(0, 24)}`, made.slice(24)]).toEqual([text, digits]);
    }
    expect(refusalOf(await stage.call('readDesk', ids, { as: me }))).toBe('NOT_ORGANISER');
  });
});

describe('the organiser’s word', () => {
  test('a forgotten check-out ends with the shift and is marked; one that arrives later takes its place', async () => {
    stage.at(at('10:30'));
    await arrive();
    const cap = () => stage.call('capService', { ...ids, personId: me }, { as: organiser });
    expect(refusalOf(await cap())).toBe('NOT_OVER_YET');
    stage.at(at('12:00'));
    expect((await cap()).body).toMatchObject({ minutes: 90, grade: 'capped' });
    expect(refusalOf(await cap())).toBe('ALREADY_DONE');
    expect((await mine())?.outAt).toBeUndefined();
    stage.at(at('12:05'));
    expect((await leave()).body).toMatchObject({ minutes: 90, grade: 'scanned' });
    expect(settled().map(({ version, grade }) => [version, grade])).toEqual([
      [1, 'capped'],
      [2, 'scanned'],
    ]);
  });

  test('and a check-out at the same instant settle one after the other, whoever is first', async () => {
    stage.at(at('10:30'));
    await arrive();
    stage.at(at('12:00'));
    await Promise.all([
      ...Array.from({ length: 4 }, () => stage.call('capService', { ...ids, personId: me }, { as: organiser })),
      ...Array.from({ length: 4 }, () => leave()),
    ]);
    const versions = settled().map(({ version }) => version);
    expect(versions).toEqual([...versions.keys()].map((i) => i + 1));
    expect((await mine())?.service).toMatchObject({ version: versions.length, minutes: 90 });
  });

  test('needs neither place nor network, stays within the shift, and leaves what was scanned as it is', async () => {
    const word = (from: string, to: string) =>
      stage.call(
        'confirmService',
        { ...ids, personId: me, from: at(from).toISOString(), to: at(to).toISOString() },
        { as: organiser },
      );
    stage.at(at('11:30'));
    expect(refusalOf(await word('10:00', '12:00'))).toBe('NOT_OVER_YET');
    stage.at(at('12:30'));
    for (const [from, to] of [
      ['09:59', '12:00'],
      ['10:00', '12:01'],
      ['11:00', '11:00'],
    ] as const)
      expect([from, refusalOf(await word(from, to))]).toEqual([from, 'OUTSIDE_SHIFT']);
    expect((await word('10:00', '12:00')).body).toMatchObject({ minutes: 120, grade: 'confirmed' });
    expect((await word('10:00', '11:00')).body).toMatchObject({ minutes: 60 });
    expect(settled().map(({ version, minutes }) => [version, minutes])).toEqual([
      [1, 120],
      [2, 60],
    ]);
    expect(await mine()).toMatchObject({ inVia: 'word', outVia: 'word', inAt: at('10:00').toISOString() });
  });
});
