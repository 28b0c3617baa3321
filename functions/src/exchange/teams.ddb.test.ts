import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MOST_MEMBERS, MOST_TEAMS } from '@gongzhi/shared/exchange/rule-sets';
import { TABLES, stageExchange, type Stage } from './test-exchange';

let engine: TestTables;
let stage: Stage;
let worker: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageExchange(engine.endpoint);
  worker = await stage.person(['worker']);
});
afterEach(() => stage.close());

const found = async (name = '楼道清洁队') =>
  String((await stage.call('addTeam', { name, about: '每周六扫楼道' }, { as: worker })).body['teamId']);
const join = (teamId: string, as: string, named = true) => stage.call('joinTeam', { teamId, named }, { as });
const team = async (teamId: string, as?: string) => (await stage.call('readTeam', { teamId }, as ? { as } : {})).body;
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => stage.person(['resident'], `邻居${i}`)));

test('whoever wishes joins a team, named or not, once; its hours are shown when nobody’s own can be read off', async () => {
  const [teamId, all] = [await found(), await people(5)];
  const [first = '', second = '', ...others] = all;
  const joined = await join(teamId, first);
  expect([joined.status, joined.units.write]).toEqual([200, 8]);
  expect((await join(teamId, first)).body).toEqual({ refused: 'ALREADY_DONE' });
  await join(teamId, second, false);
  await stage.bring(stage.entered(first, 60));
  expect(await team(teamId)).toEqual({
    ...{ teamId, name: '楼道清洁队', about: '每周六扫楼道', members: 2, mine: false },
  });
  for (const one of others) await join(teamId, one);
  await stage.bring(stage.entered(second, 90));
  expect(await team(teamId, first)).toMatchObject({ members: 5, minutes: 150, mine: true });
  const { body } = await stage.call('listTeamMembers', { teamId }, { as: second });
  expect((body['items'] as { name: string }[]).map(({ name }) => name).sort()).toEqual([
    '邻居0',
    '邻居2',
    '邻居3',
    '邻居4',
  ]);
  expect((await stage.call('listTeams', {}, { as: second })).body['items']).toMatchObject([{ teamId, mine: true }]);
  expect((await stage.call('addTeam', { name: '队', about: '做' }, { as: first })).body).toEqual({
    refused: 'NOT_ELIGIBLE',
  });
});

test('hours count for the teams one was in when they were entered, and are taken back from the same', async () => {
  const [teamId, all] = [await found(), await people(6)];
  for (const one of all) await join(teamId, one);
  const [leaver = ''] = all;
  const shift = { shiftId: stage.id(), activityId: stage.id() };
  const late = stage.entered(leaver, 30, shift);
  await stage.bring(stage.entered(leaver, 60, shift));
  await stage.bring(stage.entered(leaver, 45, { track: 'honorary' }));
  expect((await stage.call('leaveTeam', { teamId }, { as: leaver })).status).toBe(200);
  expect((await stage.call('leaveTeam', { teamId }, { as: leaver })).body).toEqual({ refused: 'NOT_FOUND' });
  await stage.bring(stage.entered(leaver, 600));
  expect(await team(teamId)).toMatchObject({ members: 5, minutes: 60 });
  await stage.bring(late);
  await stage.bring(stage.entered(leaver, -60, shift));
  expect(await team(teamId)).toMatchObject({ members: 5, minutes: 30 });
});

test('a team takes so many and a person is in so many teams, also when all come at once', async () => {
  const me = await stage.person();
  const ids = await Promise.all(Array.from({ length: MOST_TEAMS + 2 }, (_, i) => found(`队${i}`)));
  const heard = await Promise.all(ids.map((teamId) => join(teamId, me)));
  expect(heard.filter(({ status }) => status === 200)).toHaveLength(MOST_TEAMS);
  expect(heard.find(({ status }) => status !== 200)?.body).toEqual({
    refused: 'TEAMS_OUT',
    facts: { most: MOST_TEAMS },
  });
  const full = stage.id();
  await stage.put('exchange', {
    ...{ pk: `${stage.communityId}#teams`, sk: full, name: '满', about: '满', minutes: 0, members: MOST_MEMBERS - 1 },
  });
  const two = await Promise.all((await people(2)).map((one) => join(full, one)));
  expect(two.map(({ body }) => body['refused'] ?? 'done').sort()).toEqual(['TEAM_FULL', 'done']);
  expect((await join(stage.id(), me)).body).toEqual({ refused: 'NOT_FOUND' });
});

test('a worker changes what a team is called and closes it: its members see it until they leave, nobody else does', async () => {
  const [teamId, all] = [await found(), await people(6)];
  const [first = '', leaver = ''] = all;
  for (const one of all) await join(teamId, one);
  const shift = { shiftId: stage.id(), activityId: stage.id() };
  await stage.bring(stage.entered(first, 60, shift));
  const plan = { name: '楼道美化队', about: '画墙' };
  const changed = await stage.call('changeTeam', { teamId, ...plan }, { as: worker });
  expect([changed.status, changed.units.write <= 8]).toEqual([200, true]);
  expect(await team(teamId)).toMatchObject({ ...plan, members: 6, minutes: 60 });
  expect((await stage.call('changeTeam', { teamId, ...plan }, { as: first })).body).toEqual({
    refused: 'NOT_ELIGIBLE',
  });
  expect((await stage.call('closeTeam', { teamId }, { as: first })).body).toEqual({ refused: 'NOT_ELIGIBLE' });
  const at = stage.world.now.toISOString();
  expect((await stage.call('closeTeam', { teamId }, { as: worker })).body).toEqual({ teamId, at });
  expect(await team(teamId, first)).toMatchObject({ members: 6, minutes: 60, closedAt: at, mine: true });
  const listed = async (as?: string) => (await stage.call('listTeams', {}, as ? { as } : {})).body['items'];
  expect([await listed(), await listed(worker), await listed(first)]).toMatchObject([
    [],
    [],
    [{ teamId, closedAt: at }],
  ]);
  expect((await stage.call('leaveTeam', { teamId }, { as: leaver })).status).toBe(200);
  expect([await listed(leaver), await team(teamId)]).toMatchObject([[], { members: 5 }]);
  const told = JSON.stringify(await stage.events(`team/${teamId}`));
  expect([told.includes('exchange.team-closed'), /美化|画墙/.test(told)]).toEqual([true, false]);
});

test('hours count for no team that is closed, and what counted before is still taken back from it', async () => {
  const [ended, open, all] = [await found('旧队'), await found('新队'), await people(5)];
  const [me = ''] = all;
  for (const one of all) for (const teamId of [ended, open]) await join(teamId, one);
  const shift = { shiftId: stage.id(), activityId: stage.id() };
  await stage.bring(stage.entered(me, 60, shift));
  await stage.call('closeTeam', { teamId: ended }, { as: worker });
  await stage.bring(stage.entered(me, 30));
  const minutes = async () => [(await team(ended))['minutes'], (await team(open))['minutes']];
  expect(await minutes()).toEqual([60, 90]);
  await stage.bring(stage.entered(me, -60, shift));
  expect(await minutes()).toEqual([0, 30]);
});

test('a person says what they can do and takes it back; only workers find people by it', async () => {
  const me = await stage.person(['resident'], '刘建华');
  const say = (name: 'addSkill' | 'removeSkill', skill: string) => stage.call(name, { skill }, { as: me });
  const added = await say('addSkill', 'haircut');
  expect([added.status, added.units.write]).toEqual([200, 7]);
  await say('addSkill', 'haircut');
  await say('addSkill', 'repair');
  expect((await stage.call('readSkills', {}, { as: me })).body).toEqual({ skills: ['haircut', 'repair'] });
  const having = async (skill: string, as: string) => (await stage.call('listSkilled', { skill }, { as })).body;
  expect(await having('repair', worker)).toEqual({ items: [{ personId: me, name: '刘建华' }] });
  expect(await having('repair', me)).toEqual({ refused: 'NOT_ELIGIBLE' });
  await say('removeSkill', 'repair');
  expect(await having('repair', worker)).toEqual({ items: [] });
  expect((await stage.call('readSkills', {}, { as: me })).body).toEqual({ skills: ['haircut'] });
  expect((await say('addSkill', 'flying')).body).toHaveProperty('issues');
  const told = await stage.events(`skills/${me}`);
  expect([told.length, JSON.stringify(told).includes('haircut')]).toEqual([4, false]);
});
