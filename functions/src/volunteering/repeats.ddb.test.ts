import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { isCommand } from '@gongzhi/shared/kernel/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { KeyReused } from '../kernel/commit';
import { dumpTown } from './test-dump';
import type { Answered, Name } from './test-shift';
import { clock, HELP, hours, NEXT_WEEK, stageTown, type At, type Town, type Who } from './test-town';

/** Every command asked again: eight phones at once, later once more, and with another body under the same key. */
let engine: TestTables;
let t: Town;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'volunteering']);
  t = await stageTown(engine.endpoint);
}, 300_000);
afterAll(async () => {
  expect(t.stage.world.errors.filter((error) => !(error instanceof KeyReused))).toEqual([]);
  t.stage.close();
  await engine.stop();
});
const dump = () => dumpTown(t.stage.endpoint, t.stage.communityId);

/** Who sends it, at what time, what is sent once what must be done before is done, and another body where there is one. */
type Input = () => Promise<Record<string, unknown>> | Record<string, unknown>;
type Act = [name: Name, as: Who, now: string, input: Input, other?: object];
const at = (shift: At, more: object = {}) => ({ ...t.shifts[shift], ...more });
const activity = (shift: At, more: object = {}) => {
  const { communityId, activityId } = t.shifts[shift];
  return { communityId, activityId, ...more };
};
const own = (who: Who) => at('main', { code: t.own(who, 'main') });
const of = (who: Who, more: object = {}) => at('main', { personId: t.people[who], ...more });
const scanned = () => at('main', { code: t.code('main') });
const times = { ...hours('10:00', '12:00'), slots: 6 };
const help = async () => ({ requestId: await t.ask() });
/** A request the content check was not sure of. */
const doubted = async () => {
  t.stage.world.check = 'unavailable';
  const asked = await help();
  t.stage.world.check = { suggest: 'pass', label: 100 };
  return asked;
};
const proposed = async () => {
  const { body } = await t.stage.call('planActivity', t.stage.PLAN, { as: t.people.organiser });
  return { activityId: body['activityId'] };
};

/** In the order of a day: each act finds what those before it left. */
const because = (reason: string) => async () => ({ ...(await proposed()), reason });
const ended = { from: times.startsAt, to: times.endsAt };
const ACTS: Act[] = [
  ['askHelp', 'me', '09:00', () => HELP, { title: '修水管' }],
  ['publishRequest', 'worker', '09:00', doubted],
  ['closeRequest', 'me', '09:00', help],
  // out of a request, which the first of them takes
  ['planActivity', 'organiser', '09:00', async () => ({ ...t.stage.PLAN, ...(await help()) }), { place: '楼上' }],
  ['changeActivity', 'organiser', '09:00', () => activity('adults', t.stage.PLAN), { place: '楼上' }],
  // the last one there is room for
  ['addShifts', 'organiser', '09:00', roomForOne, { shifts: [NEXT_WEEK, NEXT_WEEK] }],
  ['publishActivity', 'worker', '09:00', readied],
  ['declineActivity', 'worker', '09:00', because('重复'), { reason: '不合适' }],
  ['cancelActivity', 'organiser', '09:00', because('下雨'), { reason: '改期' }],
  ['changeShift', 'organiser', '09:00', () => at('main', { times }), { times: { ...times, slots: 7 } }],
  ['cancelShift', 'organiser', '09:00', () => at('adults', { reason: '下雨' }), { reason: '改期' }],
  ['signUp', 'parent', '09:00', () => at('main'), { minor: true }],
  ['withdraw', 'parent', '09:00', () => at('main')],
  ['registerVolunteer', 'organiser', '09:50', () => own('stranger'), { code: 'GV1.other' }],
  ['answerConsent', 'parent', '09:50', () => of('child', { agree: true }), { agree: false }],
  ['recordConsent', 'organiser', '09:50', asksOnPaper],
  ['checkIn', 'me', '10:00', scanned, { code: 'GZ1.other' }],
  ['scanVolunteer', 'organiser', '10:00', () => ({ ...own('child'), way: 'in' }), { way: 'out' }],
  ['checkOut', 'me', '11:00', scanned, { code: 'GZ1.other' }],
  ['capService', 'organiser', '12:00', () => of('inside')],
  ['confirmService', 'organiser', '12:30', () => of('gone', ended), { to: clock('11:00').toISOString() }],
];
/** `many` is full of shifts: one activity that has 59. */
async function roomForOne() {
  const { activityId } = await t.risen();
  for (const count of [12, 12, 12, 12, 10])
    await t.stage.call(
      'addShifts',
      { activityId, shifts: Array.from({ length: count }, () => NEXT_WEEK) },
      { as: t.people.organiser },
    );
  return { activityId, shifts: [NEXT_WEEK] };
}
async function readied() {
  const ids = await proposed();
  await t.stage.call('addShifts', { ...ids, shifts: [NEXT_WEEK] }, { as: t.people.organiser });
  return ids;
}
async function asksOnPaper() {
  const young = await t.stage.person();
  const ids = await t.risen();
  await t.stage.call('signUp', { ...ids, minor: true }, { as: young });
  return { ...ids, personId: young };
}

const kept = ({ status, body }: Answered) => ({ status, body });
test.each(ACTS)('%s', async (...[name, as, now, input, other]: Act) => {
  t.stage.at(clock(now));
  const asked = await input();
  const key = `again-${name}`;
  const before = t.stage.said.length;
  const call = (more: object = {}) => t.stage.call(name, { ...asked, ...more }, { as: t.people[as], key });
  // one tap too many, eight times over
  const heard = await Promise.all(Array.from({ length: 8 }, () => call()));
  expect(heard.map(kept)).toEqual(heard.map(() => ({ status: 200, body: heard[0]?.body })));
  expect(t.stage.said.length - before).toBe(1);
  const left = await dump();
  // the answer that was lost on the way, asked for much later
  t.stage.later(3 * 24 * 60);
  const again = await call();
  expect([kept(again), again.headers['idempotent-replayed'], again.units.write]).toEqual([kept(heard[0]!), 'true', 0]);
  if (other) expect(kept(await call(other))).toEqual({ status: 422, body: { refused: 'KEY_REUSED' } });
  expect(await dump()).toEqual(left);
  expect(t.stage.said.length - before).toBe(1);
});

test('no command is left out', () => {
  const commands = (Object.keys(volunteering) as Name[]).filter((name) => isCommand(volunteering[name]));
  expect(ACTS.map(([name]) => name).sort()).toEqual(commands.sort());
});

test('eight people at one last place, and eight phones of one person with keys of their own: one of each', async () => {
  t.stage.at(clock('09:00'));
  const last = await t.risen({}, 1);
  const crowd = await t.stage.people(8);
  const heard = await Promise.all(crowd.map((as) => t.stage.call('signUp', last, { as })));
  expect(heard.map(({ body }) => body['place']).sort()).toEqual(['taken', ...Array<string>(7).fill('waiting')]);
  const wide = await t.risen({}, 9);
  const [one = ''] = crowd;
  const phones = await Promise.all(crowd.map(() => t.stage.call('signUp', wide, { as: one })));
  expect(phones.map(({ status, body }) => body['refused'] ?? status).sort()).toEqual([
    200,
    ...Array<string>(7).fill('SIGNED_UP'),
  ]);
  expect(await t.stage.shiftNow(wide, t.people.organiser)).toMatchObject({ taken: 1, waiting: 0 });
});
