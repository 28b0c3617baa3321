import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { teams } from '@gongzhi/shared/exchange/contract-teams';
import { thanks } from '@gongzhi/shared/exchange/contract-thanks';
import { MOST_MEMBERS, MOST_TEAMS } from '@gongzhi/shared/exchange/rule-sets';
import type { Route } from '@gongzhi/shared/kernel/contract';
import { personKey } from '../kernel/caller';
import { RULE, TABLES, stageExchange, type Name, type Stage } from './test-exchange';
import { SOAP, buildTown, expectRefused, meanwhile, type Case, type Town } from './test-town';

/** Every refusal thanks and teams declare, through the front door, and whom each route lets in. */
let engine: TestTables;
let stage: Stage;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageExchange(engine.endpoint);
  town = await buildTown(stage);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

const sent = (more: object = {}) => ({ activityId: town.activityId, personId: town.other, words: '谢谢', ...more });
const decide = (thanksId: string) =>
  town.made('thanksId', 'decideThanks', { thanksId, publish: true }, { as: town.worker });
const full = async (members: number) => {
  const teamId = stage.id();
  const item = { name: '大队', about: '大', minutes: 0, members };
  await stage.put('exchange', { pk: `${stage.communityId}#teams`, sk: teamId, ...item });
  return { teamId, named: true };
};
const NAMED = { name: '新名', about: '改做别的' };
const closed = async () => town.close(await town.team());
const whileClosing = async (more: object) => {
  const teamId = await town.team();
  return meanwhile(town, { ...more, teamId }, () => town.close(teamId));
};
const joined = async () => town.join(await town.team());

const CASES: Case[] = [
  ['sendThanks', 'THANK_YOURSELF', 'to oneself', 'other', async () => sent()],
  ['sendThanks', 'NOT_SERVED', 'to who was not there', 'me', async () => sent({ personId: town.worker })],
  ['sendThanks', 'NOT_SERVED', 'for nothing', 'me', async () => sent({ activityId: stage.id() })],
  [
    ...(['sendThanks', 'TEXT_RISKY', 'in bad words', 'me'] as const),
    async () => {
      stage.world.check = { suggest: 'risky', label: 20003 };
      return sent();
    },
    { facts: { reason: '疑似辱骂他人' } },
  ],
  [
    ...(['sendThanks', 'ALREADY_DONE', 'twice', 'me'] as const),
    async () => {
      stage.world.check = { suggest: 'pass', label: 100 };
      await town.made('thanksId', 'sendThanks', sent(), { as: town.me });
      return sent({ words: '再谢谢一次' });
    },
  ],
  ['hideThanks', 'NOT_FOUND', 'of others', 'other', async () => ({ thanksId: await town.thanks(), hidden: true })],
  [
    ...(['hideThanks', 'NOT_FOUND', 'that wait', 'me'] as const),
    async () => ({ thanksId: await town.thanks('review'), hidden: true }),
  ],
  [
    ...(['decideThanks', 'ALREADY_DECIDED', 'that never waited', 'worker'] as const),
    async () => ({ thanksId: await town.thanks(), publish: true }),
  ],
  [
    ...(['decideThanks', 'ALREADY_DECIDED', 'decided meanwhile', 'worker'] as const),
    async () => {
      const thanksId = await town.thanks('review');
      return meanwhile(town, { thanksId, publish: false }, () => decide(thanksId));
    },
  ],
  ['readTeam', 'NOT_FOUND', 'of no team', 'me', async () => ({ teamId: stage.id() })],
  ['joinTeam', 'NOT_FOUND', 'of no team', 'me', async () => ({ teamId: stage.id(), named: true })],
  ['changeTeam', 'NOT_FOUND', 'of no team', 'worker', async () => ({ ...NAMED, teamId: stage.id() })],
  ['changeTeam', 'TEAM_CLOSED', 'of before', 'worker', async () => ({ ...NAMED, teamId: await closed() })],
  ['changeTeam', 'TEAM_CLOSED', 'closed meanwhile', 'worker', () => whileClosing(NAMED)],
  ['closeTeam', 'NOT_FOUND', 'of no team', 'worker', async () => ({ teamId: stage.id() })],
  ['closeTeam', 'ALREADY_DONE', 'twice', 'worker', async () => ({ teamId: await closed() })],
  ['closeTeam', 'ALREADY_DONE', 'closed meanwhile', 'worker', () => whileClosing({})],
  ['joinTeam', 'TEAM_CLOSED', 'of before', 'me', async () => ({ teamId: await closed(), named: true })],
  ['joinTeam', 'TEAM_CLOSED', 'closed meanwhile', 'me', () => whileClosing({ named: true })],
  ['joinTeam', 'ALREADY_DONE', 'twice', 'me', async () => ({ teamId: await joined(), named: false })],
  ['joinTeam', 'TEAM_FULL', 'of a full one', 'me', () => full(MOST_MEMBERS), { facts: { most: MOST_MEMBERS } }],
  [
    ...(['joinTeam', 'TEAM_FULL', 'the last place went meanwhile', 'me'] as const),
    async () => {
      const last = await full(MOST_MEMBERS - 1);
      return meanwhile(town, last, () => town.join(last.teamId, town.other));
    },
  ],
  [
    ...(['joinTeam', 'TEAMS_OUT', 'of one too many', 'worker'] as const),
    async () => {
      for (let n = 0; n < MOST_TEAMS; n += 1) await town.join(await town.team(`队${n}`), town.worker);
      return { teamId: await town.team(), named: true };
    },
    { facts: { most: MOST_TEAMS } },
  ],
  ['leaveTeam', 'NOT_FOUND', 'one is not in', 'me', async () => ({ teamId: await town.team() })],
  [
    ...(['leaveTeam', 'NOT_FOUND', 'left meanwhile', 'me'] as const),
    async () => {
      const teamId = await joined();
      return meanwhile(town, { teamId }, () => town.made('teamId', 'leaveTeam', { teamId }, { as: town.me }));
    },
  ],
];

test('every refusal that is declared is made to happen here, and no other', () => {
  const routes = Object.entries<Route>({ ...thanks, ...teams });
  const declared = routes.flatMap(([name, { refusals }]) => refusals.map((code) => `${name} ${code}`));
  expect([...new Set(CASES.map(([name, code]) => `${name} ${code}`))].sort()).toEqual(declared.sort());
});

test.each(CASES)('%s %s: %s', (...one) => expectRefused(town, one));

test('with its last place given back a team and a person have room again', async () => {
  const last = await full(MOST_MEMBERS - 1);
  await town.join(last.teamId, town.other);
  await town.made('teamId', 'leaveTeam', { teamId: last.teamId }, { as: town.other });
  const { status } = await stage.call('joinTeam', last, { as: town.other });
  expect(status).toBe(200);
});

const inputs = { ...SOAP, ...RULE, more: 0, open: true, end: 'handed', words: '谢', hidden: true, publish: true };
const whole = (route: Name) => {
  const known: Record<string, unknown> = {
    ...{ ...inputs, communityId: stage.communityId, skill: 'repair', name: '队', named: true, year: '2026' },
  };
  const shape = Object.keys(exchange[route].input.shape).filter((field) => !['cursor', 'askReview'].includes(field));
  return Object.fromEntries(shape.map((field) => [field, known[field] ?? stage.id()]));
};
const guarded = (Object.entries(exchange) as [Name, Route][]).filter(([, { access }]) => access !== 'public');

test('every route but the public ones is for those of the community who hold the role, signed in, and consenting', async () => {
  const elsewhere = stageExchange(engine.endpoint);
  const [shy, stranger] = [await stage.person(['resident', 'worker']), await elsewhere.person(['worker', 'resident'])];
  elsewhere.close();
  await stage.put('identity', { ...personKey(shy), validFrom: 0, consents: {} });
  const before = await stage.dump();
  for (const [name, { access }] of guarded) {
    const said = async (as?: string) => (await stage.call(name, whole(name), as ? { as } : {})).body['refused'];
    const heard = [await said(), await said(stranger), await said(shy)];
    expect([name, ...heard]).toEqual([name, 'NOT_SIGNED_IN', 'NOT_ELIGIBLE', 'CONSENT_NEEDED']);
    if (!(access as readonly string[]).includes('resident'))
      expect([name, await said(town.me)]).toEqual([name, 'NOT_ELIGIBLE']);
  }
  expect(await stage.dump()).toEqual(before);
});
