import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createCursors } from '../kernel/cursor';
import { createParty } from '../kernel/party';
import { prepareDue } from './prepare-due';
import { createRepo } from './repo';
import { PERIOD, stageReports, TABLES, type Stage } from './test-reports';

/** The clock that asks for reports after a half-year, alone and killed in the middle. */
let engine: TestTables;
let stage: Stage;
/** Which write dies, counted down; 0: none. */
let dies = 0;
const dying = (client: DynamoDBDocumentClient) =>
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (/Transact|Update/.test(commandName) && dies > 0 && (dies -= 1) === 0) throw new Error('killed');
        return next(args);
      },
    { step: 'initialize', name: 'dying' },
  );
beforeEach(async () => {
  // branches of every community lie in one list: each test has an engine of its own
  engine = await startTables(TABLES);
  dies = 0;
  stage = stageReports(engine.endpoint, dying as never);
});
afterEach(async () => {
  stage.close();
  await engine.stop();
});

const tick = (at = stage.world.now) =>
  prepareDue({
    repo: createRepo(stage.client, 'reports', createCursors('')),
    party: createParty(stage.client, { party: 'party', identity: 'identity' }),
    ledger: stage.ledger,
    clock: () => at,
  })();
/** A branch the party told of, with so many members who served an hour each. */
const branchOf = async (members: number) => {
  const { branchId, secretaryId } = await stage.branch();
  await stage.bring({ type: 'party.branch-added', scope: stage.communityId, subject: branchId });
  const people = [];
  for (let n = 0; n < members; n += 1) {
    const personId = await stage.person();
    await stage.reportIn(personId, { branchId, unitId: stage.id() });
    await stage.line({ personId, day: '2026-09-05' });
    people.push(personId);
  }
  return { branchId, secretaryId, people };
};
/** Brings what was said, and what is said of it, until nothing more is. */
const settled = async () => {
  for (let rounds = 0; stage.said.length > 0 && rounds < 20; rounds += 1) await stage.carry();
};
const versionsOf = (people: readonly string[]) =>
  Promise.all(
    people.map(async (one) => (await stage.item(`${stage.communityId}#m#${one}`, PERIOD))?.['version'] as unknown),
  );

test('after the half-year each member’s report is made once, however often the clock comes', async () => {
  const [first, second] = [await branchOf(12), await branchOf(3)];
  const people = [...first.people, ...second.people];
  expect(await tick()).toBe(2);
  await settled();
  expect(await versionsOf(people)).toEqual(people.map(() => 1));
  expect(await tick()).toBe(0);
  await settled();
  expect(await versionsOf(people)).toEqual(people.map(() => 1));
});

test('an event that comes again makes nothing again, nor does the secretary’s own asking', async () => {
  const { people, secretaryId } = await branchOf(2);
  await tick();
  const asked = [...stage.said];
  await settled();
  for (const event of asked) await stage.bring({ ...event });
  await stage.call('prepareBranch', { period: PERIOD }, { as: secretaryId });
  await settled();
  expect(await versionsOf(people)).toEqual([1, 1]);
});

test.each([1, 2, 3, 4, 5, 6])(
  'killed at the write no. %i, the next tick and the next delivery lose nothing and make nothing twice',
  async (nth) => {
    const branches = [await branchOf(2), await branchOf(2), await branchOf(2)];
    const people = branches.flatMap((one) => one.people);
    const event = async (work: () => Promise<unknown>) => work().catch(() => undefined);
    dies = nth;
    await event(tick);
    const waiting = stage.said.splice(0);
    // the bus delivers again what was not taken
    for (const one of waiting) {
      await event(() => stage.bring({ ...one }));
      await stage.bring({ ...one });
    }
    dies = 0;
    await tick();
    await settled();
    expect(await versionsOf(people)).toEqual(people.map(() => 1));
  },
);

test('a branch that was closed meanwhile, and one nobody was told of, are not asked for', async () => {
  const { branchId } = await branchOf(1);
  await stage.put('party', {
    pk: `${stage.communityId}#branches`,
    sk: branchId,
    name: '撤了',
    secretaryId: 'x',
    closed: true,
  });
  await stage.branch('没有听说过的支部');
  expect(await tick()).toBe(0);
});

test.each([
  ['2026-12-31T15:59:59.000Z', 0, 'half'],
  ['2026-12-31T16:00:00.000Z', 1, 'half'],
  ['2027-01-14T15:59:59.000Z', 1, 'half'],
  ['2027-01-14T16:00:00.000Z', 0, 'half'],
  ['2027-04-02T00:00:00.000Z', 0, 'half'],
  ['2027-04-02T00:00:00.000Z', 1, 'quarter'],
] as const)('at %s the reports of %i branch are asked for where they are made each %s', async (at, count, every) => {
  await branchOf(1);
  const worker = await stage.person(['worker']);
  await stage.call('changeRule', { every, objectionDays: 7, unitSide: false }, { as: worker });
  expect(await tick(new Date(at))).toBe(count);
});
