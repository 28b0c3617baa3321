import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { memberKey } from '../kernel/caller';
import { unitKey } from '../kernel/units';
import { BY_ROLE, stageInbox, type Stage } from './test-inbox';

/** What members, their units and the community's workers are told of party service. */
let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  const service = ['volunteering', 'wishes', 'calls', 'units'];
  engine = await startTables(['identity', 'directory', 'ledger', 'councils', 'notices', ...service]);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageInbox(engine.endpoint);
});
afterEach(() => stage.close());

const inbox = async (personId: string) => (await stage.repo.inbox.list(personId, undefined)).items;
/** Brings an event twice, and carries whatever began of it. */
const tell = async (
  type: string,
  data: Record<string, string | number>,
  { actor = stage.id(), ofs = ['own'] } = {},
) => {
  const event = stage.event(`party/${String(data['memberId'])}`, { type, data, actor });
  for (let times = 0; times < 2; times += 1) {
    await stage.bring(event);
    for (const of of ofs) await stage.flow(event.id, of === 'own' ? event.id : of);
  }
};
/** A unit with so many who speak for it. */
const unit = async (contacts: string[]) => {
  const unitId = stage.id();
  await stage.put('units', {
    ...{ ...unitKey(stage.communityId, unitId), name: '市第一医院', kind: 'hospital', where: 'elsewhere' },
    ...(contacts.length > 0 ? { contactIds: new Set(contacts) } : {}),
  });
  return unitId;
};

test.each([
  ['party.report-valid', 'memberId', '我的登记'],
  ['party.report-declined', 'memberId', '我的登记'],
  ['party.report-renewed', 'memberId', '我的登记'],
  ['party.renewal-declined', 'memberId', '我的登记'],
  ['projects.nomination-decided', 'toldId', '我的报名'],
  ['projects.need-decided', 'authorId', '社区需求'],
  ['reports.report-prepared', 'memberId', '服务报告'],
  ['reports.objection-answered', 'memberId', '服务报告'],
])('%s is told once, to the one it is about, under a title that names no party', async (type, name, title) => {
  const [me, staff] = [stage.id(), stage.id()];
  await tell(type, { [name]: me, branchId: stage.id(), period: '2026-H2' }, { actor: staff });
  expect(await inbox(me)).toMatchObject([{ type, title, data: { period: '2026-H2' } }]);
  expect(await inbox(staff)).toEqual([]);
  const [{ data } = { data: {} }] = await inbox(me);
  expect(Object.keys(data)).toEqual(['period']);
});

test('what somebody did themselves, or nobody is told of, comes to nobody', async () => {
  const me = stage.id();
  await tell('party.report-left', { memberId: me }, { actor: me });
  await tell('party.report-asked', { memberId: me });
  await tell('party.report-moved', { memberId: me });
  expect(await inbox(me)).toEqual([]);
  await tell('party.report-left', { memberId: me }, { actor: 'system' });
  expect(await inbox(me)).toHaveLength(1);
});

test('a report that was sent is told to the member and to each who speaks for the unit, not to another unit’s', async () => {
  const [me, first, second, stranger] = [stage.id(), stage.id(), stage.id(), stage.id()];
  const [unitId] = [await unit([first, second]), await unit([stranger])];
  const data = { memberId: me, period: '2026-H2', version: 1, unitId };
  await tell('reports.report-sent', data, { ofs: ['own', unitId] });
  expect(await inbox(me)).toMatchObject([{ title: '服务报告', data: { period: '2026-H2', version: 1 } }]);
  for (const one of [first, second]) {
    const told = await inbox(one);
    expect(told).toMatchObject([{ data: { as: 'unit', period: '2026-H2' } }]);
    expect(JSON.stringify(told)).not.toContain(me);
  }
  expect(await inbox(stranger)).toEqual([]);
});

test('a unit nobody speaks for, or that is not there, is told nothing, and the member is', async () => {
  const me = stage.id();
  for (const unitId of [await unit([]), stage.id()])
    await tell('reports.report-sent', { memberId: me, period: '2026-H2', unitId }, { ofs: ['own', unitId] });
  expect(await inbox(me)).toHaveLength(2);
});

test('an evaluation that was opened is told to the member, the workers and the unit that is asked, and to no neighbour', async () => {
  const [me, contact] = [stage.id(), stage.id()];
  const held = async (roles: string[]) => {
    const sk = stage.id();
    await stage.put('directory', { ...memberKey(stage.communityId, sk), roles, displayName: '某位居民' });
    return sk;
  };
  const [worker, neighbour, secretary] = [
    await held(['worker']),
    await held(['resident']),
    await held(['branchSecretary']),
  ];
  const unitId = await unit([contact]);
  const data = { memberId: me, period: '2026-H2', criteria: 0, unitId };
  await tell('reports.evaluation-opened', data, { actor: secretary, ofs: ['own', unitId, BY_ROLE] });
  const asOf = async (one: string) => (await inbox(one)).map(({ data: { as = 'self' } }) => as);
  expect(await Promise.all([me, worker, contact, neighbour, secretary].map(asOf))).toEqual([
    ...[['self'], ['role'], ['unit'], [], []],
  ]);
  expect(JSON.stringify([await inbox(worker), await inbox(contact)])).not.toContain(me);
});
