import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS, says, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { volunteering } from './contract';
import { id, type Name } from './test-inputs';

/** What goes out: receipts are ids, states, instants and numbers, and what is read shows what it may and no more. */
const at = '2026-11-27T10:00:00.000Z';
const [activityId, shiftId, personId, requestId] = [id(1), id(2), id(3), id(4)];
const ofActivity = { activityId, status: 'published', at };
const ofPlace = { shiftId, personId, place: 'taken', at };
const ofConsent = { shiftId, personId, consent: 'given', at };
const ofRequest = { requestId, state: 'open', at };
const ofCheck = { shiftId, personId, at, band: 'here', late: true, minutes: 120, grade: 'placed' };
const RECEIPTS: Partial<Record<Name, Record<string, unknown>>> = {
  ...{ planActivity: ofActivity, changeActivity: ofActivity, publishActivity: ofActivity },
  ...{ declineActivity: ofActivity, cancelActivity: ofActivity },
  addShifts: { activityId, shiftIds: [shiftId], at },
  ...{ changeShift: { shiftId, at }, cancelShift: { shiftId, at } },
  ...{ signUp: ofPlace, withdraw: ofPlace, registerVolunteer: ofPlace },
  ...{ answerConsent: ofConsent, recordConsent: ofConsent },
  ...{ checkIn: ofCheck, checkOut: ofCheck, scanVolunteer: ofCheck, confirmService: ofCheck, capService: ofCheck },
  ...{ askHelp: ofRequest, closeRequest: ofRequest, publishRequest: ofRequest },
};
const gives = (name: Name, answer: unknown) =>
  (volunteering[name] as Route).output.safeParse(answer, { jitless: true }).success;
const commands = (Object.keys(volunteering) as Name[]).filter((name) => isCommand(volunteering[name]));

test.each(commands)('the receipt of %s has no room for a name, a phone or a text', (name) => {
  const good = RECEIPTS[name] ?? {};
  expect(gives(name, good)).toBe(true);
  for (const [field, value] of Object.entries(good)) {
    const wrong = Array.isArray(value) ? ['王阿姨', [1]] : ['王阿姨家在 3 号楼', '13800000000', { name: '王阿姨' }];
    for (const leak of wrong)
      expect([field, leak, gives(name, { ...good, [field]: leak })]).toEqual([field, leak, false]);
    if (Array.isArray(value)) expect(gives(name, { ...good, [field]: ['王阿姨'] })).toBe(false);
  }
  for (const more of ['name', 'phone', 'reason', 'title', 'position', 'householdId'])
    expect([more, gives(name, { ...good, [more]: '1' })]).toEqual([more, false]);
});
test.each(commands)('the receipt of %s is whole', (name) => {
  const optional = ['band', 'late', 'minutes', 'grade'];
  for (const field of Object.keys(RECEIPTS[name] ?? {})) {
    const { [field]: _, ...rest } = RECEIPTS[name] ?? {};
    expect([field, gives(name, rest)]).toEqual([field, optional.includes(field)]);
  }
});

const head = {
  ...{ activityId, title: '清扫', by: { kind: 'residents', name: '3 号楼' }, kind: 'environment', place: '楼下' },
  ...{ skills: [], minors: false, risky: false, insured: false, organiserId: personId, status: 'published' },
};
const shift = { shiftId, activityId, startsAt: at, endsAt: '2026-11-27T12:00:00.000Z', slots: 5, taken: 1, waiting: 0 };
const service = { from: at, to: shift.endsAt, minutes: 120, grade: 'capped', version: 1 };
const attendance = { shiftId, activityId, personId, name: '李叔', place: 'taken', at, service };
const asked = {
  requestId,
  title: '换灯泡',
  about: '坏了',
  kind: 'repair',
  by: '王阿姨',
  authorId: personId,
  at,
  state: 'open',
};
const mine = { ...attendance, shift, activity: head };
const LISTS: [Name, Record<string, unknown>][] = [
  ['listComing', { ...shift, activity: head }],
  ['listPlans', head],
  ['listOrganised', head],
  ['listMine', mine],
  ['listFamily', mine],
  ['listAttendance', attendance],
  ['listRequests', asked],
];
test.each(LISTS)('%s shows its items, a cursor when there is more, and nothing that was not declared', (name, item) => {
  expect(gives(name, { items: [item, item] })).toBe(true);
  expect(gives(name, { items: [], next: 'c' })).toBe(true);
  expect(gives(name, { items: [item], next: '' })).toBe(false);
  expect(gives(name, { items: [item], total: 1 })).toBe(false);
  for (const more of ['phone', 'lat', 'householdId', 'misses', 'window', 'version', 'insurance', 'pk'])
    expect([more, gives(name, { items: [{ ...item, [more]: 1 }] })]).toEqual([more, false]);
});
test('what counts is whole minutes from nothing up, and a grade that is known', () => {
  const with_ = (more: object) =>
    gives('listAttendance', { items: [{ ...attendance, service: { ...service, ...more } }] });
  expect([with_({}), with_({ minutes: 0 }), with_({ minutes: -1 }), with_({ minutes: 0.5 })]).toEqual([
    ...[true, true, false, false],
  ]);
  expect([with_({ grade: 'honorary' }), with_({ note: '辛苦了' })]).toEqual([false, false]);
});
test('one activity is shown whole, a pass and a desk with keys of 32 bytes', () => {
  const whole = { ...head, about: '一起扫', shifts: [shift], now: at };
  for (const name of ['readActivity', 'readPlan'] as const) {
    expect(gives(name, { ...whole, insurance: { insurer: '人保', policy: 'P-1', until: '2026-12-31' } })).toBe(true);
    expect(gives(name, { ...whole, version: 3 })).toBe(false);
    expect(gives(name, { ...head, about: '一起扫' })).toBe(false);
  }
  const pass = { key: 'ab'.repeat(32), now: at, personId };
  expect([gives('readPass', pass), gives('readPass', { ...pass, key: 'ab'.repeat(31) })]).toEqual([true, false]);
  const desk = { shift, title: '清扫', place: '楼下', now: at, key: pass.key, firstWindow: 1, codes: ['x'] };
  expect([gives('readDesk', desk), gives('readDesk', { ...desk, firstWindow: 1.5 })]).toEqual([true, false]);
  expect(gives('readRequest', { ...asked, state: 'lost' })).toBe(false);
});

const declared = [
  ...new Set(Object.values(volunteering).flatMap(({ refusals }) => refusals as readonly RefusalCode[])),
];
const FACTS: Partial<Record<RefusalCode, Record<string, string | number>>> = {
  TEXT_RISKY: { reason: '疑似广告' },
  TOO_MANY_SHIFTS: { most: 60 },
  SLOTS_BELOW: { taken: 4 },
  CHECK_IN_EARLY: { minutes: 30 },
  CHECK_OUT_OVER: { minutes: 60 },
  SYNC_OVER: { days: 7 },
};
test.each(declared)('%s is a sentence in Chinese, with its figures, and never a success', (refused) => {
  const facts = FACTS[refused];
  const said = says(facts ? { refused, facts } : { refused });
  expect(said).toMatch(/^[\p{Script=Han}“].*。$/u);
  expect(said).not.toMatch(/…|\{|[A-Z]{3}/);
  for (const fact of Object.values(facts ?? {})) expect(said).toContain(String(fact));
  // who may not is 403, what is not there 404, a past time 400; all else is how things stand
  expect([400, 403, 404, 409]).toContain(REFUSALS[refused][0]);
});
