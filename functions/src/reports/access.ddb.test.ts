import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Route } from '@gongzhi/shared/kernel/contract';
import { isCommand } from '@gongzhi/shared/kernel/contract';
import { reports } from '@gongzhi/shared/reports/contract';
import { PERIOD, stageReports, TABLES, type Name, type Stage } from './test-reports';
import { settle, type Settled } from './test-town';

/** Who reads what of a member: every kind of reader against every route that tells something of one. */
let engine: TestTables;
let stage: Stage;
let town: Settled;
let number: string;
const readers: Record<string, string> = {};
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageReports(engine.endpoint);
  town = await settle(stage);
  const other = await stage.branch('第二党支部');
  const otherUnit = await stage.unit('市第二医院');
  const fellow = await stage.person(['resident'], '同支部党员');
  await stage.reportIn(fellow, { branchId: town.branchId, unitId: town.unitId });
  const elsewhere = stageReports(engine.endpoint);
  Object.assign(readers, {
    member: town.memberId,
    secretary: town.secretaryId,
    'secretary of another branch': other.secretaryId,
    'secretary without a branch': await stage.person(['branchSecretary']),
    'unit contact': town.contactId,
    'contact of another unit': otherUnit.contactId,
    'contact without a unit': await stage.person(['unitContact']),
    worker: await stage.person(['worker', 'chair']),
    'fellow member': fellow,
    wisher: town.wisherId,
    neighbour: await stage.person(['resident', 'owner', 'councilMember', 'buildingHead']),
    supervisor: await stage.person(['supervisor']),
    'everybody of another community': await elsewhere.person(['branchSecretary', 'worker', 'unitContact', 'chair']),
  });
  elsewhere.close();
  const rule = { every: 'half', objectionDays: 7, unitSide: true };
  await stage.call('changeRule', rule, { as: readers['worker'] ?? '' });
  const of = { memberId: town.memberId, period: PERIOD };
  await stage.call('prepareReport', of, { as: town.secretaryId });
  await stage.call('agreeReport', { period: PERIOD, words: [] }, { as: town.memberId });
  await stage.call('openEvaluation', of, { as: town.secretaryId });
  number = String((await stage.call('sendReport', of, { as: town.secretaryId })).body['number']);
  await stage.carry();
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

/** For each route that tells of the member, who hears of them. */
const MATRIX: Partial<Record<Name, { input: () => object; hears: string[] }>> = {
  readMyRecord: { input: () => ({ period: PERIOD }), hears: ['member'] },
  sumMyRecord: { input: () => ({ period: PERIOD }), hears: ['member'] },
  listMyReports: { input: () => ({}), hears: ['member'] },
  readMyReport: { input: () => ({ period: PERIOD }), hears: ['member'] },
  printMyReport: { input: () => ({ period: PERIOD }), hears: ['member'] },
  readMyEvaluation: { input: () => ({ period: PERIOD }), hears: ['member'] },
  readMemberRecord: { input: () => ({ memberId: town.memberId, period: PERIOD }), hears: ['secretary'] },
  listBranchReports: { input: () => ({ period: PERIOD }), hears: ['secretary'] },
  readBranchReport: { input: () => ({ memberId: town.memberId, period: PERIOD }), hears: ['secretary'] },
  printReport: { input: () => ({ memberId: town.memberId, period: PERIOD }), hears: ['secretary'] },
  readEvaluation: { input: () => ({ memberId: town.memberId, period: PERIOD }), hears: ['secretary'] },
  listUnitReports: { input: () => ({}), hears: ['unit contact'] },
  readUnitReport: { input: () => ({ number }), hears: ['unit contact'] },
  printUnitReport: { input: () => ({ number }), hears: ['unit contact'] },
  listToAnswer: { input: () => ({}), hears: ['worker'] },
  listUnitToAnswer: { input: () => ({}), hears: ['unit contact'] },
  findWord: { input: () => ({ wishId: town.wished.activityId }), hears: ['wisher'] },
};
/** Routes that tell of nobody, or only whoever has the paper. */
const OPEN = ['readRule', 'readCriteria', 'readQuestions', 'verifyReport'];

test('every reading route is in the matrix or tells of nobody', () => {
  const reads = Object.entries<Route>(reports).filter(([, route]) => !isCommand(route));
  expect([...Object.keys(MATRIX), ...OPEN].sort()).toEqual(reads.map(([name]) => name).sort());
});

const tells = (body: unknown): boolean =>
  /王秀兰|送饭|base64|"count":[1-9]/.test(JSON.stringify(body)) || /"[0-9A-Z]{26}"/.test(JSON.stringify(body));
test.each(Object.keys(MATRIX) as Name[])('%s tells of the member only to whom it may', async (name) => {
  const { input, hears } = MATRIX[name] ?? { input: () => ({}), hears: [] };
  const heard: string[] = [];
  for (const [who, as] of Object.entries(readers)) {
    const { body } = await stage.call(name, input() as Record<string, unknown>, { as });
    if (tells(body)) heard.push(who);
  }
  expect(heard).toEqual(hears);
  const visitor = await stage.call(name, input() as Record<string, unknown>);
  expect(visitor.body).toEqual({ refused: 'NOT_SIGNED_IN' });
});

test('every reading by somebody else is kept for the member: as what, by whom, of what', async () => {
  const kept = new Set(await stage.readings(town.memberId));
  const by = (as: string, who: string, what: string) => `${as} ${readers[who]} ${what}`;
  expect(kept).toEqual(
    new Set([
      by('secretary', 'secretary', 'record'),
      by('secretary', 'secretary', 'halfYear'),
      by('secretary', 'secretary', 'evaluation'),
      by('unit', 'unit contact', 'halfYear'),
      by('unit', 'unit contact', 'evaluation'),
      by('worker', 'worker', 'evaluation'),
    ]),
  );
});

test('what cannot be written down is not read', async () => {
  const failing = stageReports(engine.endpoint, (client) =>
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (String(context['commandName']).startsWith('Update')) throw new Error('no log');
        return next(args);
      },
      { step: 'initialize', name: 'no-log' },
    ),
  );
  const { branchId, secretaryId } = await failing.branch();
  const memberId = await failing.person();
  await failing.reportIn(memberId, { branchId });
  const heard = await failing.call('readMemberRecord', { memberId, period: PERIOD }, { as: secretaryId });
  expect(heard.status).toBe(500);
  expect(JSON.stringify(heard.body)).not.toContain('王秀兰');
  failing.close();
});

test('every command is closed to those it is not for', async () => {
  const commands = Object.entries<Route>(reports).filter(([, route]) => isCommand(route));
  const stranger = readers['everybody of another community'] ?? '';
  for (const [name] of commands) {
    const visitor = await stage.call(name as Name, {});
    expect([name, visitor.body]).toEqual([name, { refused: 'NOT_SIGNED_IN' }]);
  }
  const of = { memberId: town.memberId, period: PERIOD };
  const tries: [Name, object, string[]][] = [
    ['prepareReport', of, ['secretary of another branch', 'secretary without a branch']],
    ['prepareBranch', { period: PERIOD }, ['secretary without a branch']],
    ['answerReport', { ...of, verdict: 'kept', words: '保持' }, ['secretary of another branch']],
    ['sendReport', of, ['secretary of another branch']],
    ['handOver', of, ['secretary of another branch', 'secretary without a branch']],
    ['openEvaluation', of, ['secretary of another branch']],
    ['receiveReport', { number }, ['contact of another unit', 'contact without a unit']],
    ['seeReport', { period: PERIOD }, ['fellow member', 'secretary', 'worker']],
    ['agreeReport', { period: PERIOD, words: [] }, ['fellow member']],
    ['objectReport', { period: PERIOD, lines: [1], words: '不对', goesAlong: true }, ['fellow member']],
  ];
  for (const [name, input, whom] of tries)
    for (const who of whom) {
      const heard = await stage.call(name, input as Record<string, unknown>, { as: readers[who] ?? stranger });
      expect([name, who, heard.body]).toEqual([name, who, { refused: 'NOT_FOUND' }]);
    }
});
