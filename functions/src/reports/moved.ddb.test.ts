import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { PERIOD, stageReports, TABLES, type Stage } from './test-reports';
import { settle, type Settled } from './test-town';

/** A member who goes to another branch: the report of the first ends there, and the second makes its own. */
let engine: TestTables;
let stage: Stage;
let town: Settled;
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageReports(engine.endpoint);
  town = await settle(stage);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

test('the old branch sees it no more and cannot send it; the new one prepares what was done since, and has it in its list', async () => {
  const of = { memberId: town.memberId, period: PERIOD };
  const names = async (as: string) => {
    const { body } = await stage.call('listBranchReports', { period: PERIOD }, { as });
    return (body['items'] as { memberId: string }[]).map(({ memberId }) => memberId);
  };
  const read = async (as: string) => (await stage.call('readBranchReport', of, { as })).body;
  const prepare = (as: string) => stage.call('prepareReport', of, { as });
  expect((await prepare(town.secretaryId)).status).toBe(200);
  expect(await names(town.secretaryId)).toEqual([town.memberId]);
  await stage.call('seeReport', { period: PERIOD }, { as: town.memberId });

  const next = await stage.branch('第二党支部');
  await stage.reportIn(town.memberId, {
    ...{ branchId: next.branchId, unitId: town.unitId, since: '2026-12-01T00:00:00.000Z', version: 2 },
  });
  expect([await names(town.secretaryId), await names(next.secretaryId)]).toEqual([[], []]);
  for (const as of [town.secretaryId, next.secretaryId]) expect(await read(as)).toEqual({ refused: 'NOT_FOUND' });
  expect((await stage.call('sendReport', of, { as: town.secretaryId })).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await stage.call('readMyReport', { period: PERIOD }, { as: town.memberId })).body).toMatchObject({
    state: 'stopped',
  });

  await stage.line({ personId: town.memberId, day: '2026-12-10' });
  expect((await prepare(town.secretaryId)).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await prepare(next.secretaryId)).body).toMatchObject({ version: 2 });
  expect([await names(town.secretaryId), await names(next.secretaryId)]).toEqual([[], [town.memberId]]);
  expect(await read(next.secretaryId)).toMatchObject({ state: 'prepared', facts: { service: { count: 1 } } });
  expect(await stage.item(`${stage.communityId}#m#${town.memberId}`, PERIOD)).toMatchObject({
    branchId: next.branchId,
    dpk: `${stage.communityId}#b#${next.branchId}#${PERIOD}`,
  });
});
