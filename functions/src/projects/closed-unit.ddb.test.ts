import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { unitKey } from '../kernel/units';
import { OFFER, TABLES, itemsOf, stageProjects, type Town } from './test-projects';

/** A unit that takes part no more offers nothing. */
let engine: TestTables;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
  town = await stageProjects(engine.endpoint);
});
afterAll(async () => {
  town.close();
  await engine.stop();
});

test('what it offered is closed by the event, each once however often it is told; what another unit offers stays', async () => {
  const other = await town.unitOf('第二小学');
  const kept = await town.made('resourceId', 'offerResource', { ...OFFER, title: '操场' }, { as: other.contactId });
  for (let n = 0; n < 21; n += 1) await town.offer({ title: `报告厅${n}` });
  await town.unsure(() => town.offer({ title: '等社区看的' }));
  const unit = unitKey(town.communityId, town.unitId);
  await town.put('units', {
    ...unit,
    name: '第一小学',
    kind: 'school',
    where: 'here',
    closed: { at: '', reason: '搬' },
  });
  const event = { id: town.id(), type: 'units.unit-closed', scope: town.communityId, subject: town.unitId };
  await Promise.all([town.bring(event), town.bring(event)]);
  await town.bring(event);
  const shown = itemsOf(await town.call('listResources', {}, { as: town.resident }));
  expect(shown.map(({ resourceId }) => resourceId)).toEqual([kept]);
  expect(itemsOf(await town.call('listWaitingResources', {}, { as: town.worker }))).toEqual([]);
  const own = itemsOf(await town.call('listUnitResources', { unitId: town.unitId }, { as: town.worker }));
  expect(new Set(own.map(({ state }) => state))).toEqual(new Set(['closed']));
  expect((await town.call('offerResource', { ...OFFER }, { as: town.contact })).body).toEqual({
    refused: 'NO_UNIT_YET',
  });
});
