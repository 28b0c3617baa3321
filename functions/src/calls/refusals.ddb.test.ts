import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { calls } from '@gongzhi/shared/calls/contract';
import { ownCode, proofOf } from '@gongzhi/shared/kernel/service/pass';
import { dumpCalls } from './test-dump';
import { stageCalls, type Name, type Stage } from './test-call';

/** Every refusal every route declares, once, through the front door. What is refused changes nothing. */
let engine: TestTables;
let stage: Stage;
const who: Record<string, string> = {};
const at: Record<string, string> = {};
const HERE = 'caller';
/** On 27 November by the clock of London: `main` from 10:00 to 12:00 needs two, `full` one; `off` and `over` are closed. */
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'party', 'calls']);
  stage = stageCalls(engine.endpoint);
  const clock = (time: string) => (stage.world.now = new Date(`2026-11-27T${time}:00.000Z`));
  clock('09:00');
  Object.assign(who, {
    caller: await stage.person(['worker']),
    worker: await stage.person(['worker']),
    secretary: await stage.secretary('B1'),
    none: await stage.person(['branchSecretary']),
    stranger: await stage.person(),
  });
  for (const name of ['asked', 'coming', 'inside', 'gone', 'left', 'served']) who[name] = await stage.member();
  const called = (more: object) => stage.called(who['caller']!, { ...stage.inMinutes(60, 180), needed: 5, ...more });
  Object.assign(at, {
    main: await called({}),
    full: await called({ needed: 1 }),
    off: await called({}),
    over: await called({}),
  });
  at['nowhere'] = stage.id();
  for (const one of ['coming', 'inside', 'gone', 'left', 'served']) await stage.answer(at['main']!, who[one]!);
  await stage.answer(at['full']!, who['coming']!);
  await stage.call('cancelCall', { callId: at['off'], reason: '雨停了' }, { as: who['caller']! });
  clock('09:50');
  for (const one of ['inside', 'gone', 'served'])
    await stage.call('checkIn', { callId: at['main'], code: stage.code(at['main']!).text }, { as: who[one]! });
  clock('10:30');
  await stage.call('endCall', { callId: at['over'] }, { as: who['caller']! });
  await stage.call('checkOut', { callId: at['main'], code: stage.code(at['main']!).text }, { as: who['gone']! });
  await stage.withdrawConsent(who['left']!);
}, 120_000);
afterAll(async () => {
  stage.close();
  await engine.stop();
});

interface Scene {
  at?: string;
  as?: string;
  /** London time of that day, or an instant. */
  now?: string;
  risky?: true;
  more?: () => object;
}
type Row = [name: Name, refused: string, scene: Required<Pick<Scene, 'at' | 'as' | 'now'>> & Scene];
const row = (name: Name, refused: string, scene: Scene = {}): Row =>
  [...[name, refused], { at: 'main', as: HERE, now: '09:45', ...scene }] as unknown as Row;
const code = (call = 'main', when?: Date) => stage.code(at[call]!, when).text;
const later = (way: 'in' | 'out', text: string, person: string, real = true) => {
  const scannedAt = stage.world.now.toISOString();
  const key = stage.key(at['main']!, who[person]!);
  return { scannedAt, proof: real ? proofOf(key, { way, code: text, scannedAt }) : '0'.repeat(24) };
};
const own = (person: string, call = 'main') =>
  ownCode(stage.key(at[call]!, who[person]!), { shiftId: at[call]!, personId: who[person]! }, stage.world.now);

/** What each route is sent besides where, when a scene says nothing of it. */
const MORE: Partial<Record<Name, () => object>> = {
  openCall: () => ({ plan: stage.plan() }),
  cancelCall: () => ({ reason: '雨停了' }),
  answerCall: () => ({ says: 'coming' }),
  ...{ checkIn: () => ({ code: code() }), checkOut: () => ({ code: code() }) },
  scanVolunteer: () => ({ way: 'in', code: own('coming') }),
  confirmService: () => ({ personId: who['coming'], from: '2026-11-27T10:00:00.000Z', to: '2026-11-27T12:00:00.000Z' }),
  capService: () => ({ personId: who['inside'] }),
};
const declares = (refused: string) =>
  (Object.keys(calls) as Name[]).filter((name) => (calls[name].refusals as readonly string[]).includes(refused));
const CHECKS = ['checkIn', 'checkOut', 'scanVolunteer'] as const;
const SETTLES = ['confirmService', 'capService'] as const;
const theirs = (person: string) => () => ({ personId: who[person] });

const ROWS: Row[] = [
  row('openCall', 'TEXT_RISKY', { risky: true }),
  row('cancelCall', 'TEXT_RISKY', { risky: true }),
  row('openCall', 'CALL_PAST', { more: () => ({ plan: { ...stage.plan(), ...stage.inMinutes(-60, 60) } }) }),
  row('openCall', 'CALL_FAR', { more: () => ({ plan: stage.plan(stage.inMinutes(8 * 1440, 8 * 1440 + 60)) }) }),
  row('openCall', 'NO_BRANCH', { as: 'none' }),
  ...declares('NOT_FOUND').map((name) =>
    row(name, 'NOT_FOUND', { at: 'nowhere', as: name === 'answerCall' || name === 'readMine' ? 'asked' : HERE }),
  ),
  ...(['answerCall', 'readMine'] as const).map((name) => row(name, 'NOT_FOUND', { as: 'stranger' })),
  ...(['cancelCall', 'endCall'] as const).map((name) => row(name, 'NOT_CALLER', { as: 'worker' })),
  row('listAnswers', 'NOT_CALLER', { as: 'worker' }),
  ...declares('NOT_ORGANISER').map((name) => row(name, 'NOT_ORGANISER', { as: 'worker' })),
  ...['off', 'over'].flatMap((where) => [
    row('cancelCall', 'CALL_SHUT', { at: where, now: where === 'over' ? '10:31' : '09:45' }),
    row('endCall', 'CALL_SHUT', { at: where, now: '10:31' }),
    row('answerCall', 'CALL_SHUT', { at: where, as: 'asked', now: '10:31' }),
  ]),
  row('cancelCall', 'CALL_BEGUN', { now: '10:00' }),
  row('endCall', 'CALL_NOT_BEGUN', { now: '10:00' }),
  row('takeCall', 'CALLER_ALREADY'),
  row('answerCall', 'NOT_MEMBER', { as: 'left' }),
  row('answerCall', 'ALREADY_DONE', { as: 'coming' }),
  row('answerCall', 'CALL_FULL', { at: 'full', as: 'asked' }),
  row('answerCall', 'CHECKED_IN', { as: 'inside', more: () => ({ says: 'cannot' }) }),
  row('answerCall', 'CALL_STARTED', { as: 'coming', now: '10:00', more: () => ({ says: 'cannot' }) }),
  ...(['checkIn', 'checkOut'] as const).flatMap((name) => [
    row(name, 'SHIFT_CODE_WRONG', { as: 'coming', more: () => ({ code: code('full') }) }),
    row(name, 'CODE_OLD', {
      as: 'coming',
      more: () => ({ code: code('main', new Date(stage.world.now.getTime() - 120_000)) }),
    }),
    row(name, 'PROOF_WRONG', {
      as: 'coming',
      more: () => ({ code: code(), later: later('in', code(), 'coming', false) }),
    }),
    row(name, 'NOT_SIGNED_UP', { as: 'asked' }),
  ]),
  row('checkOut', 'CODE_REPLAYED', { as: 'inside', now: '09:50' }),
  row('scanVolunteer', 'OWN_CODE_WRONG', { more: () => ({ code: own('coming', 'full') }) }),
  row('scanVolunteer', 'OWN_CODE_OLD', {
    more: () => {
      const text = ownCode(
        stage.key(at['main']!, who['coming']!),
        { shiftId: at['main']!, personId: who['coming']! },
        new Date(stage.world.now.getTime() - 180_000),
      );
      return { code: text };
    },
  }),
  row('scanVolunteer', 'PROOF_WRONG', {
    more: () => ({ code: own('coming'), later: later('in', own('coming'), HERE, false) }),
  }),
  row('scanVolunteer', 'NOT_SIGNED_UP', { more: () => ({ code: own('asked') }) }),
  ...SETTLES.map((name) => row(name, 'NOT_SIGNED_UP', { now: '12:30', more: theirs('asked') })),
  ...CHECKS.map((name) =>
    row(name, 'ACTIVITY_SHUT', {
      at: 'off',
      as: name === 'scanVolunteer' ? HERE : 'asked',
      more: () => ({ code: name === 'scanVolunteer' ? own('asked', 'off') : code('off') }),
    }),
  ),
  ...SETTLES.map((name) => row(name, 'ACTIVITY_SHUT', { at: 'off', more: theirs('asked') })),
  row('readDesk', 'ACTIVITY_SHUT', { at: 'off' }),
  row('checkIn', 'CHECK_IN_EARLY', { as: 'coming', now: '09:29' }),
  row('scanVolunteer', 'CHECK_IN_EARLY', { now: '09:29' }),
  row('checkIn', 'CHECK_IN_OVER', { as: 'coming', now: '12:01' }),
  row('scanVolunteer', 'CHECK_IN_OVER', { now: '12:01' }),
  row('checkOut', 'CHECK_OUT_EARLY', { as: 'inside', now: '09:55' }),
  row('scanVolunteer', 'CHECK_OUT_EARLY', { now: '09:55', more: () => ({ way: 'out', code: own('inside') }) }),
  row('checkOut', 'CHECK_OUT_OVER', { as: 'inside', now: '13:01' }),
  row('scanVolunteer', 'CHECK_OUT_OVER', { now: '13:01', more: () => ({ way: 'out', code: own('inside') }) }),
  row('checkOut', 'NOT_CHECKED_IN', { as: 'coming', now: '11:00' }),
  row('scanVolunteer', 'NOT_CHECKED_IN', { now: '11:00', more: () => ({ way: 'out', code: own('coming') }) }),
  row('capService', 'NOT_CHECKED_IN', { now: '12:30', more: theirs('coming') }),
  row('checkIn', 'ALREADY_DONE', { as: 'inside' }),
  row('checkOut', 'ALREADY_DONE', { as: 'gone', now: '11:00' }),
  row('scanVolunteer', 'ALREADY_DONE', { more: () => ({ way: 'in', code: own('inside') }) }),
  row('capService', 'ALREADY_DONE', { now: '12:30', more: theirs('gone') }),
  ...CHECKS.map((name) =>
    row(name, 'SYNC_OVER', { as: name === 'scanVolunteer' ? HERE : 'coming', now: '2026-12-04T12:01:00.000Z' }),
  ),
  ...SETTLES.map((name) => row(name, 'SYNC_OVER', { now: '2026-12-04T12:01:00.000Z' })),
  row('confirmService', 'OUTSIDE_SHIFT', {
    now: '12:30',
    more: () => ({ personId: who['coming'], from: '2026-11-27T09:00:00.000Z', to: '2026-11-27T12:00:00.000Z' }),
  }),
  row('confirmService', 'NOT_OVER_YET', { now: '11:00' }),
  row('capService', 'NOT_OVER_YET', { now: '11:00' }),
];
/** Refusals of the machinery that no call can come to: nobody waits for a place or is asked for a guardian; STALE is a race. */
const NEVER = ['ON_WAITING_LIST', 'GUARDIAN_NEEDED', 'STALE'];

test.each(ROWS)('%s: %s', async (name, refused, { at: where, as, now, risky, more }) => {
  stage.world.now = new Date(now.length === 5 ? `2026-11-27T${now}:00.000Z` : now);
  stage.world.check = risky ? { suggest: 'risky', label: 20006 } : { suggest: 'pass', label: 100 };
  const before = await dumpCalls(engine.endpoint, stage.communityId);
  const events = stage.said.length;
  const input = { callId: at[where], ...MORE[name]?.(), ...more?.() };
  const { body, status } = await stage.call(name, input, { as: who[as]! });
  expect([body['refused'], status < 500]).toEqual([refused, true]);
  expect([await dumpCalls(engine.endpoint, stage.communityId), stage.said.length]).toEqual([before, events]);
});

test('every refusal that is declared was made to happen', () => {
  const missing = (Object.keys(calls) as Name[]).flatMap((name) =>
    (calls[name].refusals as readonly string[])
      .filter((refused) => !NEVER.includes(refused) && !ROWS.some(([n, r]) => n === name && r === refused))
      .map((refused) => `${name} ${refused}`),
  );
  expect(missing).toEqual([]);
});
