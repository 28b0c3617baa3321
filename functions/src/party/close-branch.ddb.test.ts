import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { TABLES, stageParty, type Stage } from './test-party';
import { buildTown, type Town } from './test-town';

/** Whose time is over does not keep a branch open; whoever counts or waits does. */
let engine: TestTables;
let stage: Stage;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(async () => {
  stage = stageParty(engine.endpoint);
  town = await buildTown(stage);
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const close = (key?: string) =>
  stage.call('closeBranch', { branchId: town.branchId }, { as: town.worker, ...(key ? { key } : {}) });
const events = () => stage.said.map(({ type, actor, via }) => [type, actor, via]);
const years = (later: string) => (stage.world.now = new Date(later));

test('a branch whose every member’s time is over is closed; they are taken off it by whoever closed it, and may report in elsewhere', async () => {
  const people = [town.me, town.other, await town.newcomer()];
  for (const one of people) await town.member(one);
  expect((await close()).body).toEqual({ refused: 'BRANCH_IN_USE', facts: { members: 3 } });
  years('2027-12-01T02:00:00.000Z');
  const heard = await close('the-worker-s-key');
  expect([heard.status, heard.units.write <= 8 + 3 * 16]).toEqual([200, true]);
  const left = ['party.report-left', town.worker, 'staff'];
  expect(events().slice(-4)).toEqual([left, left, left, ['party.branch-closed', town.worker, 'staff']]);
  for (const one of people) expect(await town.report(one)).toMatchObject({ state: 'left' });
  const again = await close('the-worker-s-key');
  expect([again.body, again.headers['idempotent-replayed']]).toEqual([heard.body, 'true']);
  expect(await town.ask(town.me, { branchId: town.otherBranchId })).toMatchObject({ state: 'asked' });
});

test('one who counts, or waits anew, keeps it open, and nobody is taken off', async () => {
  for (const one of [town.me, town.other]) await town.member(one);
  years('2027-12-01T02:00:00.000Z');
  await town.ask(town.other);
  const before = await stage.dump();
  expect((await close()).body).toEqual({ refused: 'BRANCH_IN_USE', facts: { members: 1 } });
  expect(await stage.dump()).toEqual(before);
  expect(await town.report(town.me)).toMatchObject({ state: 'ended' });
});

test('whoever begins anew while it is being closed stays, and so does the branch', async () => {
  await town.member(town.me);
  years('2027-12-01T02:00:00.000Z');
  stage.world.meanwhile = () => town.ask(town.me);
  expect((await close()).body).toEqual({ refused: 'BRANCH_IN_USE', facts: { members: 1 } });
  expect(await town.report(town.me)).toMatchObject({ state: 'asked' });
});

test('a consent withdrawn while its event is on the way does not hide somebody from the closing', async () => {
  await town.member(town.me);
  await stage.withdraw(town.me, 'party', false);
  expect((await close()).body).toEqual({ refused: 'BRANCH_IN_USE', facts: { members: 1 } });
  years('2027-12-01T02:00:00.000Z');
  expect((await close()).status).toBe(200);
});
