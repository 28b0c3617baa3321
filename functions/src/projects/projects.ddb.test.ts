import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { NEED, OFFER, TABLES, itemsOf, stageProjects, type Town } from './test-projects';

/** From a need and a resource to what came of them. */
let engine: TestTables;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  town = await stageProjects(engine.endpoint);
});
afterEach(() => town.close());
const need = async (needId: string, as?: string) => (await town.call('readNeed', { needId }, { as })).body;
const project = async (projectId: string, as?: string) => (await town.call('readProject', { projectId }, { as })).body;

test('a resident’s need waits for a worker and is published without their name; a no is read by them and workers alone', async () => {
  const [shown, hidden] = [await town.waiting(), await town.waiting()];
  expect(itemsOf(await town.call('listNeeds'))).toEqual([]);
  expect(await need(shown, town.resident)).toMatchObject({ ...NEED, by: 'resident', state: 'waiting', mine: true });
  const decide = (needId: string, more: object) => town.call('decideNeed', { needId, ...more }, { as: town.worker });
  expect((await decide(shown, { publish: true })).status).toBe(200);
  expect((await decide(hidden, { publish: false, reason: '楼道里已经有了' })).status).toBe(200);
  expect(itemsOf(await town.call('listNeeds'))).toEqual([
    { needId: shown, ...NEED, by: 'resident', at: '2026-11-27T02:00:00.000Z', state: 'open', mine: false },
  ]);
  expect(await need(hidden)).toEqual({ refused: 'NOT_FOUND' });
  for (const as of [town.resident, town.worker])
    expect(await need(hidden, as)).toMatchObject({ state: 'declined', reason: '楼道里已经有了' });
  expect(itemsOf(await town.call('listMyNeeds', {}, { as: town.resident }))).toHaveLength(2);
});

test('a unit’s offer stands at once; one the check is unsure of waits, and until then only the unit and workers see it', async () => {
  const [open, waits] = [await town.offer(), await town.unsure(() => town.offer({ title: '操场' }))];
  expect(itemsOf(await town.call('listResources'))).toMatchObject([
    { resourceId: open, ...OFFER, unitName: '第一小学' },
  ]);
  const ofUnit = async (as?: string) => itemsOf(await town.call('listUnitResources', { unitId: town.unitId }, { as }));
  const other = await town.unitOf('第二小学');
  const seen = [await ofUnit(), await ofUnit(other.contactId), await ofUnit(town.contact), await ofUnit(town.worker)];
  expect(seen.map((items) => items.length)).toEqual([1, 1, 2, 2]);
  await town.made('state', 'decideResource', { resourceId: waits, publish: true }, { as: town.worker });
  expect(itemsOf(await town.call('listResources'))).toHaveLength(2);
  await town.made('state', 'closeResource', { resourceId: open }, { as: town.contact });
  expect([itemsOf(await town.call('listResources')).length, (await ofUnit()).length]).toEqual([1, 2]);
});

test('a need and a unit’s resource become a project; neighbours join, steps are told, and with its result the need is met', async () => {
  const [needId, resourceId] = [await town.need(), await town.offer()];
  const projectId = await town.start({ needId, resourceIds: [resourceId] }, town.secretary);
  expect(await need(needId)).toMatchObject({ state: 'taken', projectId });
  expect(await project(projectId, town.secretary)).toMatchObject({
    ...{ state: 'gathering', led: true, needId, members: 0, steps: 0 },
    resources: [{ resourceId, title: OFFER.title, unitId: town.unitId, unitName: '第一小学' }],
  });
  const [named, unnamed] = [await town.person(['resident'], '刘建华'), await town.person(['resident'], '不留名')];
  await town.made('at', 'joinProject', { projectId, named: true }, { as: named });
  await town.made('at', 'joinProject', { projectId, named: false }, { as: unnamed });
  expect(itemsOf(await town.call('listProjectMembers', { projectId }, { as: town.resident }))).toEqual([
    { personId: named, name: '刘建华' },
  ]);
  await town.made('at', 'tellStep', { projectId, words: '场地谈好了' }, { as: town.secretary });
  expect(await project(projectId, named)).toMatchObject({
    state: 'underway',
    members: 2,
    steps: 1,
    mine: true,
    led: false,
  });
  await town.made('at', 'leaveProject', { projectId }, { as: unnamed });
  await town.made('at', 'finishProject', { projectId, words: '开了三次议事会' }, { as: town.secretary });
  expect(await project(projectId)).toMatchObject({ state: 'done', members: 1, result: '开了三次议事会', mine: false });
  expect(await need(needId)).toMatchObject({ state: 'done' });
  expect(itemsOf(await town.call('listUnitProjects', { unitId: town.unitId }))).toMatchObject([{ projectId }]);
});

test('a project called off gives its need back, and another project may take it', async () => {
  const needId = await town.need();
  const projectId = await town.start({ needId });
  await town.made('at', 'cancelProject', { projectId, words: '场地装修' }, { as: town.worker });
  expect(await need(needId)).not.toHaveProperty('projectId');
  expect(await need(needId)).toMatchObject({ state: 'open' });
  const again = await town.start({ needId });
  expect(await need(needId)).toMatchObject({ state: 'taken', projectId: again });
});

test('of two projects of one need at once one is started', async () => {
  const needId = await town.need();
  const plan = { title: '共享', about: '每月一次', needId, resourceIds: [] };
  const heard = await Promise.all(
    [town.worker, town.secretary].map((as) => town.call('startProject', { plan }, { as })),
  );
  expect(heard.map(({ body }) => body['refused'] ?? 'started').sort()).toEqual(['NEED_SHUT', 'started']);
  expect(itemsOf(await town.call('listProjects'))).toHaveLength(1);
});

test('activities planned for a project or a post are listed by it, once however often it is told, and none of elsewhere', async () => {
  const [projectId, postId, activity, other] = [await town.start(), await town.post(), town.id(), town.id()];
  await Promise.all(Array.from({ length: 8 }, () => town.tell(activity, projectId)));
  await town.tell(other, postId);
  await town.tell(town.id(), town.id());
  await town.tell(town.id(), projectId, 'volunteering.activity-changed');
  const service = async (id: string) => itemsOf(await town.call('listService', { projectId: id }));
  expect((await service(projectId)).map(({ activityId }) => activityId)).toEqual([activity]);
  expect((await service(postId)).map(({ activityId }) => activityId)).toEqual([other]);
});

test('the table of needs is a PDF of what is open or taken, for workers and secretaries', async () => {
  const [open, done] = [await town.need(), await town.need({ title: '已经解决的' })];
  const projectId = await town.start({ needId: done });
  await town.made('at', 'finishProject', { projectId, words: '好了' }, { as: town.worker });
  for (const as of [town.worker, town.secretary]) {
    const { body } = await town.call('printNeeds', {}, { as });
    expect([body['fileName'], body['mediaType']]).toEqual(['需求表.pdf', 'application/pdf']);
    expect(Buffer.from(String(body['base64']), 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  }
  expect(await need(open)).toMatchObject({ state: 'open' });
});
