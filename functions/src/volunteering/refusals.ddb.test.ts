import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { DAY } from '@gongzhi/shared/kernel/time';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { dumpTown } from './test-dump';
import type { Name } from './test-shift';
import { clock, HELP, hours, NEXT_WEEK, RISK, stageTown, type At, type Town, type Who } from './test-town';

/** Every refusal every route declares, once, through the front door. The town stays as it is, for a refusal changes nothing. */
let engine: TestTables;
let town: Town;
let before: Awaited<ReturnType<typeof dumpTown>>;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'volunteering']);
  town = await stageTown(engine.endpoint);
  before = await dumpTown(town.stage.endpoint, town.stage.communityId);
}, 300_000);
/** What each route is sent besides where, when it says nothing of it. */
const plan = (t: Town) => t.stage.PLAN;
const scanned = (t: Town, at: At) => ({ code: t.code(at) });
const noRequest = (t: Town) => ({ requestId: t.stage.id() });
const MORE: Partial<Record<Name, (t: Town, at: At) => object>> = {
  ...{ planActivity: plan, changeActivity: plan, askHelp: () => HELP },
  ...{ declineActivity: () => ({ reason: '重复' }), cancelActivity: () => ({ reason: '下雨' }) },
  ...{ cancelShift: () => ({ reason: '下雨' }), addShifts: () => ({ shifts: [NEXT_WEEK] }) },
  changeShift: () => ({ times: { ...hours('10:00', '12:00'), slots: 4 } }),
  registerVolunteer: (t, at) => ({ code: t.own('stranger', at) }),
  answerConsent: (t) => ({ personId: t.people.child, agree: true }),
  recordConsent: (t) => ({ personId: t.people.child }),
  ...{ checkIn: scanned, checkOut: scanned },
  scanVolunteer: (t, at) => ({ way: 'in', code: t.own('me', at) }),
  confirmService: (t) => ({ personId: t.people.me, from: clock('10:00'), to: clock('12:00') }),
  capService: (t) => ({ personId: t.people.inside }),
  ...{ closeRequest: noRequest, publishRequest: noRequest, readRequest: noRequest },
};
interface Scene {
  at?: At;
  as?: Who;
  /** London time of the day of the shift, or an instant. */
  now?: string;
  risky?: true;
  more?: (t: Town) => object;
}
type Whole = Required<Pick<Scene, 'at' | 'as' | 'now'>> & Scene;
type Row = [name: Name, refused: string, scene: Whole];
const row = (name: Name, refused: string, scene: Scene = {}): Row => [
  name,
  refused,
  { at: 'main', as: 'organiser', now: '09:45', ...scene },
];

/** One that was made with the sender’s own phone and then changed. */
const forged = (text: (t: Town) => string) => (t: Town) => ({
  code: text(t),
  later: { scannedAt: t.stage.world.now.toISOString(), proof: '0'.repeat(24) },
});
const declares = (code: string) =>
  (Object.keys(volunteering) as Name[]).filter((name) =>
    (volunteering[name].refusals as readonly string[]).includes(code),
  );
const WEEK_AFTER = new Date(clock('12:01').getTime() + 7 * DAY).toISOString();
/** The five that every check looks at first, of whoever comes, by whichever way they are checked. */
const CHECKS = ['checkIn', 'checkOut', 'scanVolunteer', 'confirmService', 'capService'] as const;
const COMERS: [string, Who, Scene][] = [
  ['NOT_SIGNED_UP', 'stranger', {}],
  ['ON_WAITING_LIST', 'waiter', {}],
  ['GUARDIAN_NEEDED', 'child', {}],
  ['ACTIVITY_SHUT', 'me', { at: 'off' }],
  ['SYNC_OVER', 'me', { now: WEEK_AFTER }],
];
const MOMENTS = { from: clock('10:00'), to: clock('12:00') };
const checkOf = (name: Name, refused: string, who: Who, scene: Scene): Row => {
  const { at = 'main' } = scene;
  if (name === 'checkIn' || name === 'checkOut') return row(name, refused, { now: '10:10', ...scene, as: who });
  const more = (t: Town) =>
    name === 'scanVolunteer'
      ? { code: t.own(who, at) }
      : { personId: t.people[who], ...(name === 'confirmService' ? MOMENTS : {}) };
  return row(name, refused, { now: '10:10', ...scene, more });
};
const scan = (way: 'in' | 'out', who: Who, now: string): Scene => ({
  now,
  more: (t) => ({ way, code: t.own(who, 'main') }),
});

const ROWS: Row[] = [
  ...declares('NOT_FOUND').map((name) => row(name, 'NOT_FOUND', { at: 'nowhere', as: 'worker' })),
  ...declares('NOT_ORGANISER').map((name) => row(name, 'NOT_ORGANISER', { as: 'stranger' })),
  ...CHECKS.flatMap((name) => COMERS.map(([refused, who, scene]) => checkOf(name, refused, who, scene))),
  ...declares('TEXT_RISKY').map((name) => row(name, 'TEXT_RISKY', { risky: true })),
  row('planActivity', 'REQUEST_SHUT', { more: (t) => ({ requestId: t.helped.closed }) }),
  ...(['changeActivity', 'addShifts', 'cancelActivity'] as const).map((name) =>
    row(name, 'ACTIVITY_ENDED', { at: 'ended' }),
  ),
  row('changeActivity', 'INSURANCE_NEEDED', { at: 'risky', more: () => RISK }),
  row('publishActivity', 'ALREADY_DECIDED', { as: 'worker' }),
  row('publishActivity', 'NO_SHIFTS', { as: 'worker', at: 'bare' }),
  row('publishActivity', 'INSURANCE_NEEDED', { as: 'worker', at: 'uninsured' }),
  row('declineActivity', 'ALREADY_DECIDED', { as: 'worker' }),
  row('addShifts', 'SHIFT_PAST', { more: () => ({ shifts: [{ ...hours('09:45', '12:00'), slots: 1 }] }) }),
  row('addShifts', 'TOO_MANY_SHIFTS', { at: 'many' }),
  row('addShifts', 'INSURANCE_NEEDED', { at: 'risky' }),
  row('changeShift', 'ACTIVITY_SHUT', { at: 'ended' }),
  row('changeShift', 'SHIFT_STARTED', { now: '10:00' }),
  row('changeShift', 'SHIFT_PAST', { more: () => ({ times: { ...hours('09:45', '12:00'), slots: 4 } }) }),
  row('changeShift', 'SLOTS_BELOW', { more: () => ({ times: { ...hours('10:00', '12:00'), slots: 3 } }) }),
  row('changeShift', 'INSURANCE_NEEDED', { at: 'risky', more: () => ({ times: NEXT_WEEK }) }),
  row('cancelShift', 'ACTIVITY_SHUT', { at: 'off' }),
  row('cancelShift', 'SHIFT_STARTED', { now: '10:00' }),
  row('signUp', 'ACTIVITY_SHUT', { as: 'stranger', at: 'uninsured' }),
  row('signUp', 'SHIFT_OVER', { as: 'stranger', now: '12:00' }),
  row('signUp', 'SHIFT_STARTED', { as: 'stranger', now: '10:00' }),
  row('signUp', 'SIGNED_UP', { as: 'waiter' }),
  row('signUp', 'ADULTS_ONLY', { as: 'child', at: 'adults', more: () => ({ minor: true }) }),
  row('signUp', 'RISK_UNREAD', { as: 'stranger', at: 'risky' }),
  row('signUp', 'SLOTS_FULL', { as: 'stranger', now: '10:30', more: (t) => ({ code: t.code('main') }) }),
  row('signUp', 'SHIFT_CODE_WRONG', { as: 'stranger', more: (t) => ({ code: t.code('adults') }) }),
  row('signUp', 'CODE_OLD', { as: 'stranger', more: (t) => ({ code: t.code('main', clock('09:41')) }) }),
  row('withdraw', 'NOT_SIGNED_UP', { as: 'stranger' }),
  row('withdraw', 'CHECKED_IN', { as: 'inside' }),
  row('withdraw', 'SHIFT_OVER', { as: 'me', now: '12:00' }),
  row('registerVolunteer', 'ACTIVITY_SHUT', { at: 'off' }),
  row('registerVolunteer', 'SHIFT_OVER', { now: '12:00' }),
  row('registerVolunteer', 'SIGNED_UP', { more: (t) => ({ code: t.own('waiter', 'main') }) }),
  row('registerVolunteer', 'SLOTS_FULL'),
  row('registerVolunteer', 'OWN_CODE_WRONG', { more: (t) => ({ code: t.own('stranger', 'off') }) }),
  row('registerVolunteer', 'OWN_CODE_OLD', { more: (t) => ({ code: t.own('stranger', 'main', clock('09:43')) }) }),
  row('answerConsent', 'NOT_GUARDIAN', { as: 'stranger' }),
  row('answerConsent', 'NOTHING_ASKED', { as: 'parent', more: (t) => ({ personId: t.people.me }) }),
  row('recordConsent', 'NOTHING_ASKED', { more: (t) => ({ personId: t.people.me }) }),
  row('checkIn', 'ALREADY_DONE', { as: 'inside' }),
  row('checkOut', 'ALREADY_DONE', { as: 'gone', now: '11:40' }),
  row('checkOut', 'CODE_REPLAYED', {
    as: 'inside',
    more: (t) => ({ code: t.code('main', clock('09:44')) }),
    now: '09:44',
  }),
  ...(['checkIn', 'checkOut'] as const).flatMap((name) => [
    row(name, 'SHIFT_CODE_WRONG', { as: 'inside', more: (t) => ({ code: t.code('off') }) }),
    row(name, 'CODE_OLD', { as: 'inside', more: (t) => ({ code: t.code('main', clock('09:40')) }) }),
    row(name, 'PROOF_WRONG', { as: 'inside', more: forged((t) => t.code('main')) }),
  ]),
  row('checkIn', 'CHECK_IN_EARLY', { as: 'me', now: '09:29' }),
  row('checkIn', 'CHECK_IN_OVER', { as: 'me', now: '12:01' }),
  row('checkOut', 'NOT_CHECKED_IN', { as: 'me', now: '11:00' }),
  row('checkOut', 'CHECK_OUT_EARLY', { as: 'inside', now: '09:59' }),
  row('checkOut', 'CHECK_OUT_OVER', { as: 'inside', now: '13:01' }),
  row('scanVolunteer', 'ALREADY_DONE', scan('in', 'inside', '10:00')),
  row('scanVolunteer', 'OWN_CODE_WRONG', { more: (t) => ({ code: t.own('me', 'off') }) }),
  row('scanVolunteer', 'OWN_CODE_OLD', { more: (t) => ({ code: t.own('me', 'main', clock('09:43')) }) }),
  row('scanVolunteer', 'PROOF_WRONG', { more: forged((t) => t.own('me', 'main')) }),
  row('scanVolunteer', 'CHECK_IN_EARLY', scan('in', 'me', '09:29')),
  row('scanVolunteer', 'CHECK_IN_OVER', scan('in', 'me', '12:01')),
  row('scanVolunteer', 'NOT_CHECKED_IN', scan('out', 'me', '11:00')),
  row('scanVolunteer', 'CHECK_OUT_EARLY', scan('out', 'inside', '09:59')),
  row('scanVolunteer', 'CHECK_OUT_OVER', scan('out', 'inside', '13:01')),
  row('confirmService', 'OUTSIDE_SHIFT', { now: '13:00', more: () => ({ from: clock('09:59') }) }),
  row('confirmService', 'NOT_OVER_YET', { now: '11:59' }),
  row('capService', 'NOT_CHECKED_IN', { now: '12:00', more: (t) => ({ personId: t.people.me }) }),
  row('capService', 'NOT_OVER_YET', { now: '11:59' }),
  row('capService', 'ALREADY_DONE', { now: '12:00', more: (t) => ({ personId: t.people.gone }) }),
  row('readDesk', 'ACTIVITY_SHUT', { at: 'uninsured' }),
  row('closeRequest', 'NOT_YOURS', { as: 'stranger', more: (t) => ({ requestId: t.helped.open }) }),
  row('closeRequest', 'REQUEST_SHUT', { as: 'me', more: (t) => ({ requestId: t.helped.closed }) }),
  row('publishRequest', 'ALREADY_DECIDED', { as: 'worker', more: (t) => ({ requestId: t.helped.open }) }),
];

afterAll(async () => {
  town.stage.close();
  await engine.stop();
});

test.each(ROWS)('%s: %s %#', async (name, refused, { at, as, now, risky, more }) => {
  const { stage, shifts, people } = town;
  stage.at(now.length === 5 ? clock(now) : now);
  stage.world.check = risky ? { suggest: 'risky', label: 10001 } : { suggest: 'pass', label: 100 };
  const where = volunteering[name].path.includes('{activityId}') ? shifts[at] : {};
  const input = { ...where, ...MORE[name]?.(town, at), ...more?.(town) };
  const heard = await stage.call(name, input, { as: people[as] });
  expect([heard.body['refused'], heard.body['issues']]).toEqual([refused, undefined]);
  expect(heard.units.write).toBe(0);
});

/** Declared and never heard here, with the reason. */
const UNHEARD: Record<string, string> = {
  'changeActivity STALE': 'somebody else changes it between reading and writing',
  'addShifts STALE': 'somebody else adds shifts between reading and writing',
  'confirmService STALE': 'somebody else settles it between reading and writing',
};
test('every refusal that is declared was heard, but for races, and none of them changed anything', async () => {
  const heard = new Set(ROWS.map(([name, refused]) => `${name} ${refused}`));
  const declared = Object.entries(volunteering).flatMap(([name, { refusals }]) =>
    refusals.map((code) => `${name} ${code}`),
  );
  expect(declared.filter((one) => !heard.has(one)).sort()).toEqual(Object.keys(UNHEARD).sort());
  expect([...heard].filter((one) => !declared.includes(one))).toEqual([]);
  expect(await dumpTown(town.stage.endpoint, town.stage.communityId)).toEqual(before);
  expect(town.stage.world.errors).toEqual([]);
});
