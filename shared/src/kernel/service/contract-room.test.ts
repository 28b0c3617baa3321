import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS, says, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { mayMiss, slipsIn, takesWords } from '@gongzhi/shared/kernel/test-edits';
import { serviceRoutes } from './contract';
import { at, id, type Name } from './test-inputs';

/** What room there is in what goes out of coming and going. */
const routes = serviceRoutes('wishes');
const key = 'ab'.repeat(32);
const receipt = { shiftId: id(2), personId: id(3), at, band: 'here', late: true, minutes: 120, grade: 'placed' };
const shift = {
  ...{ shiftId: id(2), activityId: id(1), startsAt: at, endsAt: '2026-11-27T12:00:00.000Z' },
  ...{ slots: 5, taken: 1, waiting: 0, cancelled: '下雨' },
};
const attendance = {
  ...{ shiftId: id(2), activityId: id(1), personId: id(3), name: '李叔', place: 'taken', at, consent: 'given' },
  ...{ walkIn: true, inAt: at, inVia: 'code', band: 'here', outAt: at, outVia: 'word', late: true },
  service: { from: at, to: at, minutes: 0, grade: 'capped', version: 1 },
};
const ANSWERS: Record<Name, object> = {
  ...{ checkIn: receipt, checkOut: receipt, scanVolunteer: receipt, confirmService: receipt, capService: receipt },
  readPass: { key, now: at, personId: id(3) },
  readDesk: { shift, title: '清扫', place: '楼下', now: at, key, firstWindow: 1, codes: ['GZ1.a.b'] },
  listAttendance: { items: [attendance], next: 'c' },
};
const CHECK = ['band', 'late', 'minutes', 'grade'];
const CAME = ['consent', 'walkIn', 'inAt', 'inVia', 'band', 'outAt', 'outVia', 'late', 'service'];
const MAY_MISS: Partial<Record<Name, string[]>> = {
  ...{ checkIn: CHECK, checkOut: CHECK, scanVolunteer: CHECK, confirmService: CHECK, capService: CHECK },
  readDesk: ['shift.cancelled'],
  listAttendance: [...CAME.map((field) => `items.0.${field}`), 'next'],
};
const WORDS: Partial<Record<Name, string[]>> = {
  readDesk: ['shift.cancelled', 'title', 'place', 'codes.0'],
  listAttendance: ['items.0.name', 'next'],
};
const NEVER = [
  'phone',
  'lat',
  'lng',
  'position',
  'accuracy',
  'householdId',
  'door',
  'callName',
  'window',
  'pk',
  'note',
];
const all = Object.entries(ANSWERS) as [Name, object][];
const outOf = (name: Name) => (routes[name] as Route).output;
const taken = (name: Name, answer: unknown) => outOf(name).safeParse(answer, { jitless: true }).success;

test.each(all)(
  '%s: nothing undeclared goes out, what must be there is, and words are where they belong',
  (name, answer) => {
    expect(taken(name, answer)).toBe(true);
    expect(slipsIn(outOf(name), answer, NEVER)).toEqual([]);
    expect(mayMiss(outOf(name), answer)).toEqual(MAY_MISS[name] ?? []);
    expect(takesWords(outOf(name), answer)).toEqual(WORDS[name] ?? []);
  },
);
test.each(all.filter(([name]) => isCommand(routes[name])))('the receipt of %s is ids, states and numbers', (name) => {
  for (const [field, value] of Object.entries(receipt))
    for (const other of ['', '李叔', null, {}, [value], 0.5])
      expect([field, other, taken(name, { ...receipt, [field]: other })]).toEqual([field, other, false]);
  for (const grade of ['placed', 'scanned', 'confirmed', 'capped', 'honorary', 'imported'])
    expect([grade, taken(name, { ...receipt, grade })]).toEqual([grade, !['honorary', 'imported'].includes(grade)]);
});
test('keys are 32 bytes in lower-case hex, and windows whole numbers', () => {
  for (const wrong of [key.slice(2), `${key}ab`, key.toUpperCase(), '', null])
    expect([wrong, taken('readPass', { ...ANSWERS.readPass, key: wrong })]).toEqual([wrong, false]);
  for (const firstWindow of [1.5, '1', null])
    expect(taken('readDesk', { ...ANSWERS.readDesk, firstWindow })).toBe(false);
  expect(taken('readDesk', { ...ANSWERS.readDesk, codes: [] })).toBe(true);
});

const FACTS: Partial<Record<RefusalCode, Record<string, number>>> = {
  ...{ CHECK_IN_EARLY: { minutes: 30 }, CHECK_OUT_OVER: { minutes: 60 }, SYNC_OVER: { days: 7 } },
};
test.each([...new Set(Object.values<Route>(routes).flatMap(({ refusals }) => refusals))])(
  '%s is a whole sentence with its figures',
  (refused) => {
    const facts = FACTS[refused];
    const said = says(facts ? { refused, facts } : { refused });
    expect(said).toMatch(/^[\p{Script=Han}“].*。$/u);
    expect(said).not.toMatch(/…|\{/);
    for (const fact of Object.values(facts ?? {})) expect(said).toContain(String(fact));
    expect([400, 403, 404, 409]).toContain(REFUSALS[refused][0]);
  },
);
