import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createUnits } from '../kernel/units';
import { TABLES, stageUnits, type Town } from './test-units';

/** What of a unit holds no more: everybody reads since when and why, and what was done stays. */
let engine: TestTables;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
  town = await stageUnits(engine.endpoint);
});
afterAll(async () => {
  town.close();
  await engine.stop();
});
const as = () => ({ as: town.worker });
const items = async (name: 'listAgreements' | 'listThanks' | 'listUnits', unitId: string) =>
  (await town.call(name, name === 'listUnits' ? {} : { unitId })).body['items'] as Record<string, unknown>[];
const plan = { about: '共用会议室', from: '2026-11-01', until: '2027-10-31' };

test('a closed unit: nobody speaks for it and nobody new names it, other slices hear so; what it agreed to and was thanked for stays', async () => {
  const unitId = await town.addUnit();
  const contact = await town.contactOf(unitId);
  await town.call('addAgreement', { unitId, plan }, as());
  await town.call('thankUnit', { unitId, words: '谢谢义诊' }, as());
  const units = createUnits(town.client, 'units');
  expect(await units.unitOf(town.communityId, contact)).toBe(unitId);
  const at = town.world.now.toISOString();
  expect((await town.call('closeUnit', { unitId, reason: '单位搬走了' }, as())).status).toBe(200);
  expect((await town.call('readUnit', { unitId })).body).toMatchObject({
    ...{ name: '市第三医院', contacts: 0, closed: { at, reason: '单位搬走了' } },
  });
  expect((await items('listUnits', unitId)).find((one) => one['unitId'] === unitId)).toHaveProperty('closed');
  expect((await town.call('readMine', {}, { as: contact })).body).toEqual({ refused: 'NO_UNIT_YET' });
  expect(
    (await town.call('changeUnit', { unitId, name: '新院', kind: 'other', where: 'here' }, { as: contact })).body,
  ).toEqual({
    refused: 'UNIT_CLOSED',
  });
  expect(await units.unitOf(town.communityId, contact)).toBeUndefined();
  expect(await units.unit(town.communityId, unitId)).toMatchObject({ name: '市第三医院', closed: true });
  expect([await items('listAgreements', unitId), await items('listThanks', unitId)]).toMatchObject([
    [{ about: '共用会议室' }],
    [{ words: '谢谢义诊' }],
  ]);
});

test('an agreement ends before its last day, and thanks are taken off with their words: since when and why is read by everybody', async () => {
  const unitId = await town.addUnit();
  const [first, second] = [
    await town.call('addAgreement', { unitId, plan }, as()),
    await town.call('thankUnit', { unitId, words: '谢谢王医生' }, as()),
  ];
  const { agreementId } = first.body;
  const { thanksId } = second.body;
  const at = town.world.now.toISOString();
  await town.call('withdrawAgreement', { unitId, agreementId, reason: '双方商定终止' }, as());
  await town.call('removeThanks', { unitId, thanksId, reason: '写了个人的姓名' }, as());
  expect(await items('listAgreements', unitId)).toEqual([
    { agreementId, ...plan, at, withdrawn: { at, reason: '双方商定终止' } },
  ]);
  expect(await items('listThanks', unitId)).toEqual([{ thanksId, at, removed: { at, reason: '写了个人的姓名' } }]);
  const events = town.said.filter(({ subject }) => subject === unitId).slice(-2);
  expect(events.map(({ type, actor, data }) => [type, actor, data])).toEqual([
    ['units.agreement-withdrawn', town.worker, { agreementId }],
    ['units.thanks-removed', town.worker, { thanksId }],
  ]);
  expect(JSON.stringify(events)).not.toMatch(/王医生|终止|姓名/);
});
