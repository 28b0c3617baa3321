import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { DAY } from '@gongzhi/shared/kernel/time';
import { TABLES, stageParty, type Stage } from './test-party';
import { buildTown, type Town } from './test-town';

/** The way of a report-in from the asking to its end, and what is counted of it. */
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

const items = async (...call: Parameters<Stage['call']>) =>
  (await town.made(...call))['items'] as Record<string, unknown>[];
const named = async (...call: Parameters<Stage['call']>) => (await items(...call)).map(({ personId }) => personId);
const branchMembers = async (branchId = town.branchId) =>
  (await stage.repo.branches.read(stage.communityId, branchId))?.members;

test('in-service: the unit’s word and the community’s, in either order, make it count through the month a year on', async () => {
  expect(await town.ask(town.me)).toMatchObject({ state: 'asked' });
  expect(await town.report(town.me)).toMatchObject({
    ...{ state: 'asked', kind: 'inService', building: '3号楼', skills: ['repair'], open: false },
    ...{ unit: { unitId: town.unitId, name: '区水务局' }, branch: { name: '第一支部' }, renewing: false },
  });
  expect(await named('listWaiting', {}, { as: town.worker })).toEqual([town.me]);
  expect(await town.confirm(town.me)).toMatchObject({ personId: town.me, state: 'asked' });
  expect(await town.organisation(town.me)).toMatchObject({ personId: town.me, state: 'valid' });
  const at = stage.world.now.toISOString();
  expect(await town.report(town.me)).toMatchObject({
    ...{ state: 'valid', since: at, validUntil: '2027-11-30T16:00:00.000Z' },
    ...{ organisation: { at, by: 'app' }, community: { at, by: 'app' } },
  });
  expect(await named('listWaiting', {}, { as: town.worker })).toEqual([]);
  expect(await stage.reader.member(stage.communityId, town.me)).toMatchObject({
    kind: 'inService',
    unitId: town.unitId,
  });
  expect(stage.said.slice(-3).map(({ type, data }) => [type, data['memberId']])).toEqual([
    ['party.report-asked', town.me],
    ['party.report-confirmed', town.me],
    ['party.report-valid', town.me],
  ]);
});

test('of the branch: its secretary confirms in place of a unit; a unit named in words is made one by the worker first', async () => {
  await town.ask(town.other, { kind: 'branch', unitId: undefined });
  await town.organisation(town.other, town.secretary);
  expect(await town.confirm(town.other)).toMatchObject({ state: 'valid' });
  await town.ask(town.me, { unitId: undefined, unitName: '某某公司' });
  expect(await items('listWaiting', {}, { as: town.worker })).toMatchObject([{ unit: { name: '某某公司' } }]);
  await town.made('setUnit', { personId: town.me, unitId: town.unitId }, { as: town.worker });
  expect(await items('listUnitMembers', {}, { as: town.contact })).toMatchObject([
    { personId: town.me, state: 'asked' },
  ]);
  await town.organisation(town.me, town.worker, 'paper');
  expect(await town.report(town.me)).toMatchObject({ unit: { name: '区水务局' }, organisation: { by: 'paper' } });
});

test('declined is told with its reason to the member alone, who may report in again', async () => {
  await town.ask(town.me);
  const decline = { personId: town.me, reason: '请先在单位办好手续' };
  expect(await town.made('decline', decline, { as: town.contact })).toMatchObject({ state: 'declined' });
  expect(await town.report(town.me)).toMatchObject({ state: 'declined', reason: '请先在单位办好手续' });
  expect(JSON.stringify(stage.said)).not.toContain('手续');
  for (const [list, as] of [
    ['listUnitMembers', town.contact],
    ['listBranchMembers', town.secretary],
  ] as const)
    expect(await named(list, {}, { as })).toEqual([]);
  expect(await branchMembers()).toBe(0);
  expect(await town.ask(town.me)).toMatchObject({ state: 'asked' });
  expect((await town.report(town.me))?.['reason']).toBeUndefined();
});

test('before its end it is renewed with one confirmation, from its own end on; a declined renewal leaves it as it was', async () => {
  await town.member(town.me);
  stage.world.now = new Date('2027-10-05T02:00:00.000Z');
  expect(await town.report(town.me)).toMatchObject({ state: 'valid', endsSoon: true });
  await town.made('askRenewal', {}, { as: town.me });
  expect(await items('listWaiting', {}, { as: town.worker })).toMatchObject([{ personId: town.me, renewing: true }]);
  await town.made('decline', { personId: town.me, reason: '请补交证明' }, { as: town.worker });
  expect(await town.report(town.me)).toMatchObject({ state: 'valid', renewing: false, reason: '请补交证明' });
  await town.made('askRenewal', {}, { as: town.me });
  expect(await town.confirm(town.me)).toMatchObject({ state: 'valid' });
  expect(await town.report(town.me)).toMatchObject({ validUntil: '2028-11-30T16:00:00.000Z', renewing: false });
  expect(await named('listWaiting', {}, { as: town.worker })).toEqual([]);
});

test('what is not renewed ends by itself, is no member to others, and may be reported in anew or taken off the list', async () => {
  await town.member(town.me);
  await town.member(town.other, { branchId: town.otherBranchId });
  await town.made('setOpen', { open: true }, { as: town.me });
  stage.world.now = new Date('2027-11-30T16:00:00.000Z');
  expect(await town.report(town.me)).toMatchObject({ state: 'ended' });
  expect(await stage.reader.member(stage.communityId, town.me)).toBeUndefined();
  expect(await items('listOpen')).toEqual([]);
  expect(await items('listBranchMembers', {}, { as: town.secretary })).toMatchObject([{ state: 'ended' }]);
  expect(await town.ask(town.me, { branchId: town.otherBranchId })).toMatchObject({ state: 'asked' });
  expect([await branchMembers(), await branchMembers(town.otherBranchId)]).toEqual([0, 2]);
  const over = { personId: town.other, reason: '已经搬走' };
  expect(await town.made('decline', over, { as: town.otherSecretary })).toMatchObject({ state: 'left' });
  expect(await branchMembers(town.otherBranchId)).toBe(1);
});

test('moving away ends it here and says where; the next community hears of the earlier one', async () => {
  await town.member(town.me);
  const to = '310105000099';
  expect(await town.made('moveAway', { to }, { as: town.me })).toMatchObject({ state: 'moved', to });
  expect(await town.report(town.me)).toMatchObject({ state: 'moved', movedTo: to });
  expect(await stage.reader.member(stage.communityId, town.me)).toBeUndefined();
  await town.ask(town.other, { earlier: to });
  expect(await items('listWaiting', {}, { as: town.worker })).toMatchObject([{ earlier: to }]);
  await town.made('leaveParty', {}, { as: town.other });
  expect(await town.report(town.other)).toMatchObject({ state: 'left' });
});

test('counts by kind and building follow every change, and time takes its own', async () => {
  const three = [town.me, town.other, await town.newcomer()];
  await stage.building('13', '3号楼');
  await stage.building('15', '5');
  await stage.building('19', '9号楼');
  for (const one of three.slice(0, 2)) await town.member(one);
  expect((await stage.call('readFigures')).body).toEqual({});
  await town.member(three[2] as string);
  expect((await stage.call('readFigures')).body).toEqual({
    valid: 3,
    kinds: { branch: 0, inService: 3, retired: 0, company: 0 },
  });
  const mine = await town.made('readMyBranch', {}, { as: town.secretary });
  expect(mine).toEqual({
    ...{ branchId: town.branchId, name: '第一支部' },
    coverage: {
      buildings: [
        { building: '3号楼', members: 1 },
        { building: '5', members: 1 },
        { building: '9号楼', members: 0 },
      ],
      elsewhere: 1,
    },
  });
  const others = await town.made('readMyBranch', {}, { as: town.otherSecretary });
  expect(others).toMatchObject({
    coverage: { buildings: [{ members: 0 }, { members: 0 }, { members: 0 }], elsewhere: 0 },
  });
  await stage.community(stage.communityId, '金秋花园');
  const street = await items('listStreetFigures', {}, { as: town.supervisor });
  expect(street.find(({ communityId }) => communityId === stage.communityId)).toMatchObject({ valid: 3, buildings: 2 });
  await town.made('leaveParty', {}, { as: town.me });
  expect((await stage.call('readFigures')).body).toEqual({});
  stage.world.now = new Date('2027-12-01T02:00:00.000Z');
  expect((await stage.call('readFigures')).body).toMatchObject({ valid: 0 });
  expect(await town.made('readMyBranch', {}, { as: town.secretary })).toMatchObject({ coverage: { elsewhere: 0 } });
});

test('a consent withdrawn in the middle: nobody sees the member from that instant, and the event ends it; a new one begins anew', async () => {
  await town.member(town.me);
  await town.made('setOpen', { open: true }, { as: town.me });
  const event = await stage.withdraw(town.me, 'party', false);
  const LISTS = [
    ['listBranchMembers', town.secretary],
    ['listUnitMembers', town.contact],
    ['listOpen', undefined],
  ] as const;
  for (const [list, as] of LISTS) expect([list, await items(list, {}, { as })]).toEqual([list, []]);
  expect(await stage.reader.member(stage.communityId, town.me)).toBeUndefined();
  expect(await town.report(town.me)).toMatchObject({ state: 'withdrawn' });
  expect(await town.made('readSeen', {}, { as: town.me })).toEqual({});
  for (const name of ['setOpen', 'askRenewal', 'printReport'] as const) {
    const { body } = await stage.call(name, { open: true, paper: 'slip' }, { as: town.me });
    expect([name, name === 'setOpen' ? 'PARTY_CONSENT' : (body['refused'] ?? body)]).toEqual([name, expect.anything()]);
  }
  await stage.bring(event);
  await stage.bring(event);
  expect(await branchMembers()).toBe(0);
  expect(stage.said.filter(({ type }) => type === 'party.report-withdrawn')).toHaveLength(1);
  await stage.consent(town.me, { privacy: '1', party: '1' });
  for (const [list, as] of LISTS) expect([list, await items(list, {}, { as })]).toEqual([list, []]);
  expect(await town.report(town.me)).toMatchObject({ state: 'withdrawn' });
  stage.world.now = new Date(+stage.world.now + DAY);
  await town.member(town.me);
  expect(await town.report(town.me)).toMatchObject({
    state: 'valid',
    since: stage.world.now.toISOString(),
    open: false,
  });
  await stage.bring(event);
  expect(await town.report(town.me)).toMatchObject({ state: 'valid' });
});

test('privacy withdrawn ends it too, everywhere; leaving the community ends it there; other events are let by', async () => {
  await town.ask(town.me);
  await stage.withdraw(town.me, 'privacy');
  await stage.consent(town.me, { privacy: '1', party: '1' });
  expect(await town.report(town.me)).toMatchObject({ state: 'withdrawn' });
  await town.ask(town.other);
  const left = { id: stage.id(), type: 'directory.member-left', scope: stage.communityId, subject: town.other };
  const at = stage.world.now.toISOString();
  await stage.bring({ ...left, type: 'directory.member-joined', at, data: {} });
  await stage.bring({ ...left, at: 'yesterday', data: {} });
  expect(await town.report(town.other)).toMatchObject({ state: 'asked' });
  await stage.bring({ ...left, at, data: {} });
  expect(await town.report(town.other)).toMatchObject({ state: 'left' });
});

test('a branch is renamed, gets another secretary, and is closed once nobody reports in to it', async () => {
  const next = await stage.person(['branchSecretary'], { name: '孙芳' });
  await town.ask(town.me);
  const change = { branchId: town.branchId, name: '金秋支部', secretaryId: next };
  await town.made('changeBranch', change, { as: town.worker });
  expect(await named('listBranchMembers', {}, { as: next })).toEqual([town.me]);
  expect((await stage.call('listBranchMembers', {}, { as: town.secretary })).body).toEqual({ refused: 'NO_BRANCH' });
  await town.made('changeBranch', { ...change, name: '桂花支部' }, { as: town.worker });
  const kept = await items('listKeptBranches', {}, { as: town.worker });
  expect(kept.find(({ branchId }) => branchId === town.branchId)).toEqual({
    ...{
      branchId: town.branchId,
      name: '桂花支部',
      secretaryId: next,
      secretaryName: '孙芳',
      members: 1,
      closed: false,
    },
  });
  expect(kept).toHaveLength(2);
  await town.made('leaveParty', {}, { as: town.me });
  await town.made('closeBranch', { branchId: town.branchId }, { as: town.worker });
  expect(await items('listBranches', {}, { as: town.me })).toEqual([
    { branchId: town.otherBranchId, name: '第二支部' },
  ]);
  const again = await town.branchOf('新支部', next);
  expect(again).not.toBe(town.branchId);
});

test('the community’s own term holds for what becomes valid after it', async () => {
  expect((await stage.call('readTerm')).body).toMatchObject({ months: 12, verified: false });
  await town.made('setTerm', { months: 6 }, { as: town.worker });
  expect((await stage.call('readTerm')).body).toMatchObject({ months: 6 });
  await town.member(town.me);
  expect(await town.report(town.me)).toMatchObject({ validUntil: '2027-05-31T16:00:00.000Z' });
});

test('papers are one page of PDF under 300 KB with what is known', async () => {
  await town.member(town.me);
  for (const paper of ['slip', 'card']) {
    const { body } = await stage.call('printReport', { paper }, { as: town.me });
    const pdf = Buffer.from(String(body['base64']), 'base64');
    expect([pdf.subarray(0, 5).toString(), pdf.length < 300_000]).toEqual(['%PDF-', true]);
  }
});
