import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { SERVE_REFUSALS } from '@gongzhi/shared/kernel/contract';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { GOOD, stagePeople, type Brought, type Stand, type Who } from './test-acts';
import { refusalOf, stageWish, type Name, type Stage } from './test-wish';

/** Every refusal every route declares, once, through the front door; it changes nothing. */
let engine: TestTables;
let stage: Stage;
let people: Awaited<ReturnType<typeof stagePeople>>['people'];
let brought: Awaited<ReturnType<typeof stagePeople>>['brought'];
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'wishes']);
  stage = stageWish(engine.endpoint);
  ({ people, brought } = await stagePeople(stage));
}, 300_000);
afterAll(async () => {
  expect(stage.world.errors).toEqual([]);
  stage.close();
  await engine.stop();
});

interface Scene {
  as?: Who;
  from: Stand;
  wait?: number;
  more?: (ids: Brought) => object;
  wish?: object;
  risky?: true;
}
type Row = readonly [name: Name, refused: string, scene: Scene];
const DAYS = 24 * 60;
const later = (from: number, to: number) => () => ({ window: stage.inHours(from, to) });
const WISH_ROWS: readonly Row[] = [
  ['makeWish', 'BUDGET_OVER', { from: 'none', more: () => ({ budget: 20_001 }) }],
  ['changeRule', 'TEXT_RISKY', { from: 'none', risky: true }],
  ['makeWish', 'TEXT_RISKY', { from: 'none', risky: true }],
  ['makeWish', 'NOT_ELIGIBLE', { from: 'none', more: () => ({ behalf: true }) }],
  ['publishWish', 'ALREADY_DECIDED', { from: 'open' }],
  ['declineWish', 'ALREADY_DECIDED', { from: 'open' }],
  ['withdrawWish', 'NOT_YOURS', { as: 'other', from: 'open' }],
  ['withdrawWish', 'WISH_SHUT', { from: 'done' }],
  ['claimWish', 'OWN_WISH', { as: 'wisher', from: 'open' }],
  ['claimWish', 'CLAIMED', { as: 'other', from: 'claimed' }],
  ['claimWish', 'ALREADY_DONE', { from: 'claimed' }],
  ['claimWish', 'WISH_SHUT', { as: 'other', from: 'served' }],
  ['handBack', 'NOT_CLAIMER', { as: 'other', from: 'claimed' }],
  ['handBack', 'WISH_SHUT', { from: 'done' }],
  ['handBack', 'IN_VISIT', { from: 'inside' }],
  ['handBack', 'TEXT_RISKY', { from: 'claimed', risky: true }],
  ['arrangeVisit', 'NOT_CLAIMER', { as: 'other', from: 'claimed' }],
  ['arrangeVisit', 'WISH_SHUT', { from: 'done' }],
  ['arrangeVisit', 'IN_VISIT', { from: 'inside' }],
  ['arrangeVisit', 'NO_VISIT_PLACE', { from: 'claimed', wish: { door: undefined } }],
  ['arrangeVisit', 'VISIT_PAST', { from: 'claimed', more: later(-1, 1) }],
  ['arrangeVisit', 'VISIT_FAR', { from: 'claimed', more: later(31 * 24, 31 * 24 + 1) }],
  ['markDone', 'NOT_CLAIMER', { from: 'claimed', wait: 8 * DAYS }],
  ['markDone', 'WISH_SHUT', { from: 'done' }],
  ['confirmDone', 'NOT_YOURS', { as: 'worker', from: 'done' }],
  ['confirmDone', 'WISH_SHUT', { from: 'open' }],
  ['confirmDone', 'TEXT_RISKY', { from: 'done', risky: true }],
  ['sendBack', 'NOT_YOURS', { as: 'claimer', from: 'done' }],
  ['sendBack', 'NOT_DONE', { from: 'claimed' }],
  ['sendBack', 'TEXT_RISKY', { from: 'done', risky: true }],
];
/** What the kernel's checks say of a visit; each by itself is tested with volunteering, here that they hold for wishes too. */
const wrong = (code: string) => () => ({ code });
const SERVICE_ROWS: readonly Row[] = [
  ['checkIn', 'NOT_SIGNED_UP', { as: 'other', from: 'arranged', wait: 70 }],
  ['checkIn', 'CHECK_IN_EARLY', { from: 'arranged' }],
  ['checkIn', 'CHECK_IN_OVER', { from: 'arranged', wait: 190 }],
  ['checkIn', 'ALREADY_DONE', { from: 'inside' }],
  ['checkIn', 'SHIFT_CODE_WRONG', { from: 'arranged', wait: 70, more: wrong('GZ1.other') }],
  ['checkOut', 'NOT_CHECKED_IN', { from: 'arranged', wait: 70 }],
  ['checkOut', 'CODE_REPLAYED', { from: 'inside' }],
  ['checkOut', 'CHECK_OUT_OVER', { from: 'inside', wait: 180 }],
  ['scanVolunteer', 'NOT_ORGANISER', { as: 'other', from: 'arranged', wait: 70 }],
  ['scanVolunteer', 'OWN_CODE_WRONG', { from: 'arranged', wait: 70, more: wrong('GV1.other') }],
  ['confirmService', 'NOT_ORGANISER', { as: 'claimer', from: 'inside', wait: 200 }],
  ['confirmService', 'SYNC_OVER', { from: 'inside', wait: 9 * DAYS }],
  ['capService', 'NOT_OVER_YET', { from: 'inside' }],
  ['capService', 'NOT_ORGANISER', { as: 'claimer', from: 'inside', wait: 200 }],
];
const found = (Object.keys(wishes) as Name[])
  .filter((name) => (wishes[name].refusals as readonly string[]).includes('NOT_FOUND'))
  .map((name): Row => [name, 'NOT_FOUND', { from: 'none', ...(name === 'readInside' ? { as: 'wisher' } : {}) }]);
const QUESTIONS: Partial<Record<Name, Who>> = {
  ...{ readWish: 'other', readInside: 'wisher', readPass: 'claimer', readDesk: 'wisher', listAttendance: 'wisher' },
};
const DESKS: readonly Row[] = [
  ['readDesk', 'NOT_ORGANISER', { as: 'claimer', from: 'arranged' }],
  ['listAttendance', 'NOT_ORGANISER', { as: 'claimer', from: 'arranged' }],
];

const goodOf = (name: Name) => GOOD.find((one) => one.name === name);
const sent = (name: Name, scene: Scene, ids: Brought) => {
  const { activityId, shiftId, wishId } = ids;
  const bare = wishes[name].path.includes('{shiftId}') ? { activityId, shiftId } : { wishId };
  return { ...(goodOf(name)?.send(stage, ids, people) ?? bare), ...scene.more?.(ids) };
};
const senderOf = (name: Name, { as }: Scene) => people[as ?? goodOf(name)?.as ?? QUESTIONS[name] ?? 'other'];

test.each([...WISH_ROWS, ...SERVICE_ROWS, ...found, ...DESKS])('%s says %s', async (name, refused, scene) => {
  const ids = await brought(scene.from, scene.wish);
  stage.later(scene.wait ?? 0);
  const [input, as] = [sent(name, scene, ids), senderOf(name, scene)];
  stage.world.check = scene.risky ? { suggest: 'risky', label: 20_002 } : { suggest: 'pass', label: 100 };
  const [before, events] = [await stage.dump(ids.wishId), stage.said.length];
  const heard = await stage.call(name, input, { as });
  stage.world.check = { suggest: 'pass', label: 100 };
  expect([heard.status >= 400, refusalOf(heard)]).toEqual([true, refused]);
  const after = await stage.dump(ids.wishId);
  // a wrong code that was typed is counted; here none is
  expect([after, stage.said.length - events]).toEqual([before, 0]);
});

test('every refusal the wishes themselves declare is among them', () => {
  const own = (Object.keys(wishes) as Name[]).filter((name) => !wishes[name].path.includes('{shiftId}'));
  const declared = own.flatMap((name) => wishes[name].refusals.map((refused) => `${name} ${refused}`));
  const rows = [...WISH_ROWS, ...found].map(([name, refused]) => `${name} ${refused}`);
  expect(declared.filter((one) => !rows.includes(one))).toEqual([]);
  expect(SERVE_REFUSALS).toContain('NOT_ELIGIBLE');
});

test('nobody comes to a wish that was taken back, and what was begun there may end', async () => {
  const ahead = await brought('arranged');
  await stage.call('withdrawWish', { wishId: ahead.wishId }, { as: people.wisher });
  stage.later(70);
  const say = (name: Name, ids: Brought) =>
    stage.call(
      name,
      { activityId: ids.activityId, shiftId: ids.shiftId, code: stage.code(ids) },
      { as: people.claimer },
    );
  expect(refusalOf(await say('checkIn', ahead))).toBe('ACTIVITY_SHUT');
  const inside = await brought('inside');
  await stage.call('withdrawWish', { wishId: inside.wishId }, { as: people.wisher });
  stage.later(60);
  expect((await say('checkOut', inside)).body).toMatchObject({ minutes: 60 });
});
