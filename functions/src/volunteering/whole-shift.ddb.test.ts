import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import type { Coming } from '@gongzhi/shared/volunteering/contract-activities';
import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import { stageShift, type Answered, type Stage } from './test-shift';

let engine: TestTables;
let stage: Stage;
let worker: string;
let organiser: string;
let me: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'volunteering']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageShift(engine.endpoint);
  [worker, organiser, me] = await Promise.all([stage.person(['worker']), stage.person(), stage.person()]);
});
afterEach(() => {
  expect(stage.world.errors).toEqual([]);
  stage.close();
});
const refusalOf = ({ body }: Answered) => body['refused'];
type Ids = Awaited<ReturnType<Stage['shift']>>;

describe('activities', () => {
  test('are written, given shifts, published, found by anybody, changed and called off', async () => {
    const planned = await stage.call('planActivity', stage.PLAN, { as: organiser });
    const activityId = String(planned.body['activityId']);
    expect(planned.body).toMatchObject({ status: 'proposed' });
    const publish = () => stage.call('publishActivity', { activityId }, { as: worker });
    expect(refusalOf(await publish())).toBe('NO_SHIFTS');
    const weekly = [0, 7, 14].map((days) => ({ ...stage.inHours(1 + days * 24, 3 + days * 24), slots: 5 }));
    const added = await stage.call('addShifts', { activityId, shifts: weekly }, { as: organiser });
    const shiftIds = added.body['shiftIds'] as string[];
    expect(shiftIds).toHaveLength(3);
    expect((await stage.call('readActivity', { activityId })).status).toBe(404);
    expect((await stage.call('listComing')).body).toEqual({ items: [] });
    expect((await publish()).body).toMatchObject({ status: 'published' });
    expect(refusalOf(await publish())).toBe('ALREADY_DECIDED');
    const { items } = (await stage.call('listComing')).body as unknown as { items: Coming[] };
    expect(items.map(({ shiftId, activity }) => [shiftId, activity.title])).toEqual(
      shiftIds.map((s) => [s, '清扫楼道']),
    );
    const renamed = { ...stage.PLAN, activityId, title: '清扫花坛' };
    expect(refusalOf(await stage.call('changeActivity', renamed, { as: me }))).toBe('NOT_ORGANISER');
    expect((await stage.call('changeActivity', renamed, { as: organiser })).body).toMatchObject({
      status: 'published',
    });
    stage.world.check = { suggest: 'review', label: 20001 };
    expect((await stage.call('changeActivity', renamed, { as: organiser })).body).toMatchObject({ status: 'proposed' });
    expect((await stage.call('listComing')).body).toEqual({ items: [] });
    expect((await publish()).status).toBe(200);
    await stage.call('cancelShift', { activityId, shiftId: shiftIds[0], reason: '下雨' }, { as: organiser });
    expect(((await stage.call('listComing')).body['items'] as Coming[]).map(({ shiftId }) => shiftId)).toEqual(
      shiftIds.slice(1),
    );
    await stage.call('cancelActivity', { activityId, reason: '改期' }, { as: organiser });
    expect((await stage.call('readActivity', { activityId })).body).toMatchObject({
      status: 'cancelled',
      reason: '改期',
    });
    expect((await stage.call('listComing')).body['items']).toEqual([]);
    expect(refusalOf(await stage.call('changeActivity', renamed, { as: organiser }))).toBe('ACTIVITY_ENDED');
  });

  test('with a risk take nobody before they are insured past the last shift, and nobody who has not read it', async () => {
    const risky = { ...stage.PLAN, risky: true, risk: '要登梯子' };
    const { activityId, shiftId } = await stage.shift(organiser, worker, 3, risky);
    const publish = () => stage.call('publishActivity', { activityId }, { as: worker });
    const insure = (until: string) =>
      stage.call(
        'changeActivity',
        { ...risky, activityId, insurance: { insurer: '人保', policy: 'P-1', until } },
        { as: organiser },
      );
    expect(refusalOf(await publish())).toBe('INSURANCE_NEEDED');
    await insure('2026-11-26');
    expect(refusalOf(await publish())).toBe('INSURANCE_NEEDED');
    await insure('2026-11-27');
    expect((await publish()).status).toBe(200);
    expect(refusalOf(await insure('2026-11-26'))).toBe('INSURANCE_NEEDED');
    const nextWeek = { activityId, shifts: [{ ...stage.inHours(169, 171), slots: 3 }] };
    expect(refusalOf(await stage.call('addShifts', nextWeek, { as: organiser }))).toBe('INSURANCE_NEEDED');
    const ids = { activityId, shiftId };
    expect(refusalOf(await stage.call('signUp', ids, { as: me }))).toBe('RISK_UNREAD');
    expect((await stage.call('signUp', { ...ids, riskRead: true }, { as: me })).body).toMatchObject({ place: 'taken' });
    // everybody may know that it is insured; the policy is the organiser's business
    expect((await stage.call('readActivity', ids)).body).toMatchObject({ insured: true, risk: '要登梯子' });
    expect((await stage.call('readActivity', ids)).body['insurance']).toBeUndefined();
    expect((await stage.call('readPlan', ids, { as: organiser })).body['insurance']).toMatchObject({ policy: 'P-1' });
  });

  test('come of a neighbour’s request, which one activity takes', async () => {
    const ask = { title: '换灯泡', about: '老人家里灯坏了', kind: 'neighbour' };
    const { requestId } = (await stage.call('askHelp', ask, { as: me })).body;
    const plan = { ...stage.PLAN, kind: 'neighbour', requestId };
    const two = await Promise.all([organiser, worker].map((as) => stage.call('planActivity', plan, { as })));
    expect(two.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await stage.call('readRequest', { requestId }, { as: me });
    expect(body).toMatchObject({
      state: 'taken',
      activityId: two.find(({ status }) => status === 200)?.body['activityId'],
    });
    expect(refusalOf(await stage.call('closeRequest', { requestId }, { as: me }))).toBe('REQUEST_SHUT');
    stage.world.check = 'unavailable';
    const second = String((await stage.call('askHelp', ask, { as: me })).body['requestId']);
    const seen = async (as: string) =>
      ((await stage.call('listRequests', {}, { as })).body['items'] as unknown[]).length;
    expect([await seen(me), await seen(worker), await seen(organiser)]).toEqual([2, 2, 1]);
    expect((await stage.call('publishRequest', { requestId: second }, { as: worker })).body).toMatchObject({
      state: 'open',
    });
    expect(await seen(organiser)).toBe(2);
    expect(refusalOf(await stage.call('closeRequest', { requestId: second }, { as: organiser }))).toBe('NOT_YOURS');
    expect((await stage.call('closeRequest', { requestId: second }, { as: me })).body).toMatchObject({
      state: 'closed',
    });
  });
});

describe('places', () => {
  test('are never more than a shift has, whoever comes at once; whoever waits longest moves up', async () => {
    const ids = await stage.shift(organiser, worker, 5);
    const crowd = await stage.people(16);
    const answers = await Promise.all(crowd.map((as) => stage.call('signUp', ids, { as })));
    expect(answers.map(({ status }) => status)).toEqual(crowd.map(() => 200));
    expect(await stage.shiftNow(ids, organiser)).toMatchObject({ taken: 5, waiting: 11 });
    const by = (place: string) => crowd.filter((_, i) => answers[i]?.body['place'] === place);
    expect([by('taken').length, by('waiting').length]).toEqual([5, 11]);
    const leaving = by('taken').slice(0, 2);
    stage.later(1);
    await Promise.all(leaving.map((as) => stage.call('withdraw', ids, { as })));
    // a place that is free while people wait is theirs
    const late = await stage.person();
    expect((await stage.call('signUp', ids, { as: late })).body).toMatchObject({ place: 'waiting' });
    await Promise.all([stage.flow(ids), stage.flow(ids)]);
    expect(await stage.shiftNow(ids, organiser)).toMatchObject({ taken: 5, waiting: 10 });
    const waited = (await stage.attendance(ids, organiser)).filter(({ place }) => place === 'waiting');
    expect(waited.map(({ personId }) => personId)).toContain(late);
    const { startsAt, endsAt } = await stage.shiftNow(ids, organiser);
    await stage.call('changeShift', { ...ids, times: { startsAt, endsAt, slots: 20 } }, { as: organiser });
    await stage.flow(ids);
    expect(await stage.shiftNow(ids, organiser)).toMatchObject({ taken: 15, waiting: 0 });
    const fewer = { ...ids, times: { startsAt, endsAt, slots: 14 } };
    expect(refusalOf(await stage.call('changeShift', fewer, { as: organiser }))).toBe('SLOTS_BELOW');
  });

  test('may be given back and taken again, and stand in one’s own list', async () => {
    const ids = await stage.shift(organiser, worker);
    const mine = async () => (await stage.call('listMine', {}, { as: me })).body['items'] as Mine[];
    await stage.call('signUp', ids, { as: me });
    expect(refusalOf(await stage.call('signUp', ids, { as: me }))).toBe('SIGNED_UP');
    expect((await mine()).map(({ place, activity }) => [place, activity.title])).toEqual([['taken', '清扫楼道']]);
    await stage.call('withdraw', ids, { as: me });
    expect(refusalOf(await stage.call('withdraw', ids, { as: me }))).toBe('NOT_SIGNED_UP');
    expect(await mine()).toEqual([]);
    expect((await stage.call('signUp', ids, { as: me })).body).toMatchObject({ place: 'taken' });
    expect(await stage.shiftNow(ids, organiser)).toMatchObject({ taken: 1 });
  });

  test('of those under age need an adult of the same household, or paper', async () => {
    const ids = await stage.shift(organiser, worker);
    const [child, parent] = [await stage.person(['resident'], 'H1'), await stage.person(['resident'], 'H1')];
    const [sibling, stranger] = [await stage.person(['resident'], 'H1'), await stage.person(['resident'], 'H2')];
    for (const as of [child, sibling]) await stage.call('signUp', { ...ids, minor: true }, { as });
    const family = async (as: string) =>
      ((await stage.call('listFamily', {}, { as })).body['items'] as Mine[]).map(({ personId }) => personId).sort();
    expect(await family(parent)).toEqual([child, sibling].sort());
    expect(await family(stranger)).toEqual([]);
    const agree = (as: string, personId = child) =>
      stage.call('answerConsent', { ...ids, personId, agree: true }, { as });
    for (const as of [stranger, child, sibling]) expect([as, refusalOf(await agree(as))]).toEqual([as, 'NOT_GUARDIAN']);
    stage.later(50);
    const arrive = () => stage.call('checkIn', { ...ids, code: stage.code(ids).text }, { as: child });
    expect(refusalOf(await arrive())).toBe('GUARDIAN_NEEDED');
    expect((await agree(parent)).body).toMatchObject({ consent: 'given' });
    expect(refusalOf(await agree(parent))).toBe('NOTHING_ASKED');
    expect(await family(parent)).toEqual([sibling]);
    expect((await arrive()).status).toBe(200);
    const paper = await stage.call('recordConsent', { ...ids, personId: sibling }, { as: organiser });
    expect(paper.body).toMatchObject({ consent: 'paper' });
    const grown = await stage.shift(organiser, worker, 3, { minors: false });
    expect(refusalOf(await stage.call('signUp', { ...grown, minor: true }, { as: child }))).toBe('ADULTS_ONLY');
  });

  test('are taken on the spot with a good code, or by the organiser’s scan', async () => {
    const ids = await stage.shift(organiser, worker, 2);
    stage.later(61);
    const onSpot = (as: string, code: string) => stage.call('signUp', { ...ids, code }, { as });
    expect(refusalOf(await stage.call('signUp', ids, { as: me }))).toBe('SHIFT_STARTED');
    const { text, digits } = stage.code(ids);
    expect(refusalOf(await onSpot(me, digits))).toBe('SHIFT_CODE_WRONG');
    expect(refusalOf(await onSpot(me, stage.code(ids, new Date(stage.world.now.getTime() - 90_000)).text))).toBe(
      'CODE_OLD',
    );
    expect((await onSpot(me, text)).body).toMatchObject({ place: 'taken' });
    const other = await stage.person();
    const register = (code: string) => stage.call('registerVolunteer', { ...ids, code }, { as: organiser });
    expect(refusalOf(await register(stage.own(ids, other).replace(/.$/, '0').replace(/0$/, 'x')))).toBe(
      'OWN_CODE_WRONG',
    );
    expect((await register(stage.own(ids, other))).body).toMatchObject({ personId: other, place: 'taken' });
    expect(refusalOf(await onSpot(await stage.person(), text))).toBe('SLOTS_FULL');
  });
});

describe('what it costs', () => {
  const spent = async (
    as: string,
    name: keyof typeof volunteering,
    input: Record<string, unknown>,
  ): Promise<Answered['units']> => {
    const { status, units, body } = await stage.call(name, input, { as });
    expect([name, status, body['refused']]).toEqual([name, 200, undefined]);
    if (isCommand(volunteering[name]))
      expect(units.write).toBeLessThanOrEqual((volunteering[name] as Route).units ?? 8);
    return units;
  };

  test('a check is four write units at most, and every command within what it says', async () => {
    const ids = await stage.shift(organiser, worker, 2);
    const people = await stage.people(3);
    for (const as of people) expect((await spent(as, 'signUp', ids)).write).toBe(10);
    await spent(people[2]!, 'withdraw', ids);
    const child = await stage.person(['resident'], 'H7');
    expect((await spent(child, 'signUp', { ...ids, minor: true })).write).toBe(11);
    await spent(organiser, 'recordConsent', { ...ids, personId: child });
    await spent(child, 'withdraw', ids);
    const free = await stage.shift(organiser, worker, 2);
    const code = stage.own(free, people[0]!);
    expect((await spent(organiser, 'registerVolunteer', { ...free, code })).write).toBe(10);
    await spent(organiser, 'changeShift', { ...free, times: { ...stage.inHours(5, 7), slots: 2 } });
    stage.later(50);
    for (const as of people.slice(0, 2))
      expect((await spent(as, 'checkIn', { ...ids, code: stage.code(ids).text })).write).toBeLessThanOrEqual(4);
    stage.later(60);
    expect((await spent(people[0]!, 'checkOut', { ...ids, code: stage.code(ids).text })).write).toBeLessThanOrEqual(4);
    stage.later(120);
    expect((await spent(organiser, 'capService', { ...ids, personId: people[1] })).write).toBeLessThanOrEqual(4);
    const { startsAt: from, endsAt: to } = await stage.shiftNow(ids, organiser);
    await spent(organiser, 'confirmService', { ...ids, personId: people[0], from, to });
  });

  test('lists cost the same at a page and at many', async () => {
    const ids = await stage.shift(organiser, worker, 200);
    const costs = async () => {
      const [a, b] = [await stage.call('listAttendance', ids, { as: organiser }), await stage.call('listComing')];
      return [a.units.read, b.units.read];
    };
    const signUp = async (count: number) => {
      for (const as of await stage.people(count)) await stage.call('signUp', ids, { as });
    };
    const more = {
      activityId: ids.activityId,
      shifts: Array.from({ length: 12 }, (_, n) => ({ ...stage.inHours(2 + n, 3 + n), slots: 5 })),
    };
    for (let i = 0; i < 2; i += 1) await stage.call('addShifts', more, { as: organiser });
    await signUp(21);
    const few = await costs();
    await signUp(60);
    for (let i = 0; i < 2; i += 1) await stage.call('addShifts', more, { as: organiser });
    expect(await costs()).toEqual(few);
  });
});

test('500 check in at once within two minutes and nobody waits for another', async () => {
  const ids: Ids = await stage.shift(organiser, worker, 500);
  const crowd = await stage.people(120);
  for (let i = 0; i < crowd.length; i += 20)
    await Promise.all(crowd.slice(i, i + 20).map((as) => stage.call('signUp', ids, { as })));
  stage.later(45);
  const { text } = stage.code(ids);
  const answers: Answered[] = [];
  for (let i = 0; i < crowd.length; i += 40)
    answers.push(
      ...(await Promise.all(crowd.slice(i, i + 40).map((as) => stage.call('checkIn', { ...ids, code: text }, { as })))),
    );
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect((await stage.attendance(ids, organiser)).filter(({ inAt }) => inAt)).toHaveLength(crowd.length);
});
