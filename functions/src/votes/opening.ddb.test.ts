import { randomBytes } from 'node:crypto';
import { BatchWriteCommand, DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { RuleInForce } from '@gongzhi/shared/votes/contract-rules';
import { RULE_IDS } from '@gongzhi/shared/votes/rule-sets';
import { doorsKey, ownedKey, ownerKey } from '../kernel/electorate';
import { buildingsKey } from '../kernel/households';
import { wayKey } from '../kernel/ways';
import { hashRoll } from './repo-rolls';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
let chair: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageVotes(engine.endpoint);
  chair = await stage.person({ roles: ['chair'] });
});
afterEach(() => stage.close());

const soon = (minutes = 10) => new Date(stage.world.now.getTime() + minutes * MINUTE).toISOString();
const check = async (proposalId: string, more: object = {}) =>
  (await stage.call('checkReadiness', { proposalId, closesAt: soon(), ...more }, { as: chair })).body;
const open = (proposalId: string, more: object = {}) =>
  stage.call(
    'openVote',
    { proposalId, question: '划不划', resolution: '划。', closesAt: soon(), ...more },
    { as: chair },
  );

/** Three doors of one building; the first two belong to one head. */
const ownersSettle = async () => {
  const { communityId, put } = stage;
  const doors = [stage.id(), stage.id(), stage.id()].sort();
  await put('directory', { pk: buildingsKey(communityId), sk: '1', building: '1号楼', ids: new Set(doors) });
  for (const [i, householdId] of doors.entries())
    await put('directory', { pk: doorsKey(communityId, '1'), sk: `d${i}`, householdId, area: 10_000 + i });
  const heads = [stage.id(), stage.id()].sort();
  const own = (i: number, head: number) =>
    put('directory', { ...ownedKey(communityId, doors[i] ?? ''), head: heads[head] });
  return { doors, heads, own };
};

test('the check says everything that would make the vote void, and opening refuses with the first of it', async () => {
  const proposalId = await stage.matter({});
  const problems = async (more: object) => (await check(proposalId, more))['problems'];
  expect(await problems({ closesAt: soon(0) })).toEqual([
    { refused: 'NOT_ON_AGENDA', facts: { threshold: 5 } },
    { refused: 'ROLL_EMPTY' },
    { refused: 'END_TOO_SOON', facts: { minutes: 1 } },
  ]);
  expect((await open(proposalId)).body).toEqual({ refused: 'NOT_ON_AGENDA', facts: { threshold: 5 } });
  const { own } = await ownersSettle();
  const ruleId = 'owners-ordinary-2021-1';
  const matter = await stage.matter(undefined, ruleId);
  expect((await check(matter, { ruleId }))['problems']).toEqual([{ refused: 'OWNER_MISSING', facts: { count: 3 } }]);
  expect((await open(matter, { ruleId })).body).toEqual({ refused: 'OWNER_MISSING', facts: { count: 3 } });
  await own(0, 0);
  await own(1, 0);
  await own(2, 1);
  expect((await open(matter, { ruleId, secret: true })).body).toEqual({ refused: 'SECRET_BY_AREA' });
  expect(await check(matter, { ruleId })).toMatchObject({
    ready: true,
    units: 2,
    area: 30_003,
    bound: 0,
    problems: [],
    warning: { bound: 0, needed: 2 },
  });
  expect((await check(matter, { ruleId, channels: 'app' }))['problems']).toEqual([
    { refused: 'QUORUM_IMPOSSIBLE', facts: { bound: 0, needed: 2 } },
  ]);
});

test('a law’s vote of persons is not opened on a roll that leaves adults out: those behind each door are counted', async () => {
  const people = await stage.residents(2);
  const { communityId, put } = stage;
  for (const [i, { householdId }] of people.entries())
    await put('directory', { pk: doorsKey(communityId, '1'), sk: `d${i}`, householdId, seats: 1 + i });
  const proposalId = await stage.matter({});
  const missing = async () =>
    ((await check(proposalId, { ruleId: 'residents-person-2026-1' }))['problems'] as { refused: string }[]).filter(
      ({ refused }) => refused === 'PERSON_MISSING',
    );
  expect(await missing()).toEqual([{ refused: 'PERSON_MISSING', facts: { count: 1 } }]);
  await stage.person({ householdId: people[1]?.householdId ?? '' });
  expect(await missing()).toEqual([]);
});

test('the roll is frozen with area and owners under a published hash; its owners alone may cast, and name which unit', async () => {
  const { heads, own } = await ownersSettle();
  await own(0, 0);
  await own(1, 0);
  await own(2, 1);
  const both = await stage.person();
  const one = await stage.person();
  for (const head of heads) await stage.put('directory', ownerKey(stage.communityId, head, both));
  await stage.put('directory', ownerKey(stage.communityId, heads[1] ?? '', one));
  const { voteId, opened } = await stage.openVote({ ruleId: 'owners-grave-2021-1' });
  const expected = [
    { unitId: heads[0] ?? '', building: 0, area: 20_001, parts: 2, voters: [both] },
    { unitId: heads[1] ?? '', building: 0, area: 10_002, parts: 1, voters: [both, one] },
  ];
  expect(opened.body).toMatchObject({ units: 2, area: 30_003, rollHash: hashRoll(expected) });
  const cast = (as: string, unitId?: string) =>
    stage.call('castVote', { voteId, choice: 'for', ...(unitId ? { unitId } : {}) }, { as });
  // whoever has two is reached for both
  const seen = await stage.call('markSeen', { voteId }, { as: both });
  expect([seen.status, seen.units.write]).toEqual([200, 2]);
  expect((await cast(both)).body).toEqual({ refused: 'WHICH_UNIT' });
  expect((await cast(both, heads[0])).status).toBe(200);
  expect((await cast(one)).status).toBe(200);
  expect((await cast(both, heads[1])).body).toEqual({ refused: 'HOUSEHOLD_VOTED' });
  expect((await cast(await stage.person())).body).toEqual({ refused: 'NOT_ON_ROLL' });
  expect((await cast(one, heads[0])).body).toEqual({ refused: 'NOT_ON_ROLL' });
  expect((await stage.call('readVote', { voteId }, { as: both })).body['mine']).toMatchObject({
    units: [
      { unitId: heads[0], area: 20_001, parts: 2, voted: true, choice: 'for' },
      { unitId: heads[1], voted: true },
    ],
  });
});

test('an owner’s code makes its bearer the agent once; owner and agent together cast one ballot', async () => {
  const { heads, own } = await ownersSettle();
  for (const [door, head] of [
    [0, 0],
    [1, 0],
    [2, 1],
  ] as const)
    await own(door, head);
  const [owner, agent] = [await stage.person(), await stage.person()];
  const unitId = heads[0] ?? '';
  await stage.put('directory', ownerKey(stage.communityId, unitId, owner));
  const { voteId } = await stage.openVote({ ruleId: 'owners-ordinary-2021-1' });
  const offer = await stage.call('offerProxy', { voteId, unitId }, { as: owner });
  const { code } = offer.body as { code: string };
  expect((await stage.call('acceptProxy', { voteId, code }, { as: owner })).body).toEqual({ refused: 'PROXY_SELF' });
  const accept = () => stage.call('acceptProxy', { voteId, code }, { as: agent });
  const accepted = await accept();
  expect(accepted.status).toBe(200);
  expect(accepted.units.write).toBeLessThanOrEqual(10);
  expect((await accept()).body).toEqual({ refused: 'PROXY_CODE_WRONG' });
  const cast = (as: string) => stage.call('castVote', { voteId, unitId, choice: 'for' }, { as });
  expect((await stage.call('readVote', { voteId }, { as: agent })).body['mine']).toMatchObject({
    units: [{ unitId, as: 'proxy' }],
  });
  const answers = await Promise.all([cast(owner), cast(agent)]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await stage.call('revokeProxy', { voteId, unitId }, { as: owner })).body).toEqual({ refused: 'PROXY_USED' });
});

test('councils let nobody vote for another', async () => {
  const [resident] = await stage.residents(6);
  const { voteId } = await stage.openVote();
  const input = { voteId, unitId: resident?.householdId };
  expect((await stage.call('offerProxy', input, { as: resident?.personId ?? '' })).body).toEqual({
    refused: 'PROXY_NOT_ALLOWED',
  });
});

test('a community’s own fractions hold for votes opened afterwards and not for those that are open', async () => {
  const people = await stage.residents(6);
  for (const { householdId } of people) await stage.person({ householdId, roles: ['resident', 'councilMember'] });
  const before = await stage.openVote({ ruleId: 'delegates-2026-1' });
  const own = { quorum: { num: 2, den: 3, strict: false }, pass: { num: 2, den: 3, strict: false } };
  const written = { source: '本社区议事规则第八条', adoptedOn: '2026-03-01' };
  const worker = await stage.person({ roles: ['worker'] });
  const set = (ruleId: string, more: object = {}, as = worker) =>
    stage.call('setShares', { ruleId, ...own, ...written, ...more }, { as });
  const first = await set('delegates-2026-1', { pass: { num: 1, den: 2, strict: true } }, chair);
  expect([first.status, first.units.write <= 10]).toEqual([200, true]);
  stage.world.now = new Date(stage.world.now.getTime() + MINUTE);
  expect((await set('delegates-2026-1')).status).toBe(200);
  expect((await set('owners-grave-2021-1')).status).toBe(400);
  const { items } = (await stage.call('readRules')).body as { items: RuleInForce[] };
  const [delegates, owners] = ['delegates-2026-1', 'owners-grave-2021-1'].map((id) =>
    items.find(({ rule }) => rule.ruleId === id),
  );
  expect(items).toHaveLength(RULE_IDS.length);
  expect(owners).toMatchObject({ configurable: false, settings: [], rule: { verified: true } });
  expect(delegates?.rule).toMatchObject({ thresholds: [own], sourceDate: '2026-03-01', verified: false });
  expect(delegates?.settings.map(({ pass }) => pass.num)).toEqual([2, 1]);
  expect(JSON.stringify(await stage.events(stage.communityId))).not.toContain('第八条');
  const after = await stage.openVote({ ruleId: 'delegates-2026-1' });
  const ruleOf = async (voteId: string) => (await stage.call('readVote', { voteId })).body['rule'];
  expect(await ruleOf(before.voteId)).toMatchObject({ thresholds: [{ quorum: { num: 1, den: 2 } }] });
  expect(await ruleOf(after.voteId)).toMatchObject({ thresholds: [{ quorum: { num: 2, den: 3 } }] });
  expect(
    (await stage.call('castVote', { voteId: after.voteId, choice: 'for' }, { as: people[0]?.personId ?? '' })).body,
  ).toEqual({
    refused: 'NOT_ON_ROLL',
  });
});

test('coverage is for those who run a vote while it is open and for everybody afterwards, and hides small groups', async () => {
  const people = await stage.residents(40, 20);
  const { voteId, closesAt } = await stage.openVote();
  for (const { personId, householdId } of people.slice(0, 12)) {
    expect((await stage.call('markSeen', { voteId }, { as: personId })).units.write).toBe(1);
    await stage.call('markSeen', { voteId }, { as: personId });
    await stage.stream({ pk: `${stage.communityId}#v#${voteId}#r`, sk: householdId });
    await stage.call('castVote', { voteId, choice: 'for' }, { as: personId });
  }
  expect((await stage.call('readCoverage', { voteId })).body).toEqual({ refused: 'NOT_ELIGIBLE' });
  const seen = await stage.call('readCoverage', { voteId }, { as: chair });
  expect(seen.body).toMatchObject({
    totals: { entitled: 40, bound: 20, reached: 12, taken: 12 },
    buildings: [{ entitled: 40, bound: 20, reached: 12, taken: 12 }],
  });
  stage.world.now = closesAt;
  expect((await stage.call('readCoverage', { voteId })).status).toBe(200);
});

test('of a secret vote coverage tells buildings after the end, by marks and the roll, and of age bands nothing', async () => {
  const people = await stage.residents(40, 20);
  const { voteId, closesAt } = await stage.openVote({ secret: true });
  for (const { personId } of people.slice(0, 12)) {
    const mark = randomBytes(32).toString('hex');
    expect((await stage.call('castSecret', { voteId, choice: 'for', mark }, { as: personId })).status).toBe(200);
  }
  await stage.tick();
  expect((await stage.call('readCoverage', { voteId }, { as: chair })).body).toEqual({ refused: 'NOT_ELIGIBLE' });
  const before = await stage.repo.turnout.read(stage.communityId, voteId);
  expect(before).toMatchObject({ n: 12, buildings: {}, bands: {} });
  await stage.settle(closesAt);
  const { body } = await stage.call('readCoverage', { voteId });
  expect(body).toMatchObject({ totals: { taken: 12 }, buildings: [{ entitled: 40, taken: 12 }] });
  expect((body['bands'] as { taken: unknown }[]).map(({ taken }) => taken)).toEqual([null, null, null, null]);
});

test('a result costs the same to read at one ballot and at five thousand, and a recount sees them all', async () => {
  const [resident] = await stage.residents(6);
  const { voteId, closesAt } = await stage.openVote();
  const read = async () => (await stage.call('readVote', { voteId }, { as: resident?.personId ?? '' })).units;
  for (const { personId } of [resident ?? { personId: '' }])
    await stage.call('castVote', { voteId, choice: 'for' }, { as: personId });
  await stage.settle(closesAt);
  const few = await read();
  const pk = `${stage.communityId}#v#${voteId}#b`;
  const put = (i: number) => ({
    PutRequest: {
      Item: { pk, sk: `u${String(i).padStart(6, '0')}`, choice: i % 3 ? 'for' : 'against', via: 'app', casts: 1 },
    },
  });
  for (let from = 0; from < 5_000; from += 500)
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        stage.plain.send(
          new BatchWriteCommand({
            RequestItems: { votes: Array.from({ length: 25 }, (__, i) => put(from + n * 25 + i)) },
          }),
        ),
      ),
    );
  expect(await read()).toEqual(few);
  const counted = await stage.repo.ballots.recount(stage.communityId, voteId);
  expect(counted.units.for + counted.units.against).toBe(5_001);
}, 120_000);

describe('the way before it', () => {
  const COUNCIL = 'community-council-2026-1';
  const bare = async () => {
    const proposalId = await stage.matter();
    await stage.plain.send(new DeleteCommand({ TableName: 'procedures', Key: wayKey(stage.communityId, proposalId) }));
    return proposalId;
  };
  const correct = (proposalId: string) =>
    stage.plain.send(
      new UpdateCommand({
        TableName: 'procedures',
        Key: wayKey(stage.communityId, proposalId),
        UpdateExpression: 'ADD rev :one SET procedureId = :council',
        ExpressionAttributeValues: { ':one': 1, ':council': COUNCIL },
      }),
    );

  test('no vote opens while a step is missing, and the sentence names it', async () => {
    await stage.residents(3);
    const proposalId = await bare();
    const blocked = { refused: 'STEP_BLOCKED', facts: { step: '协商会议', why: '还没有在会议上审议' } };
    expect((await check(proposalId))['problems']).toEqual([blocked]);
    expect((await open(proposalId)).body).toEqual(blocked);
    expect((await open(proposalId, { ruleId: 'owners-ordinary-2021-1' })).body).toEqual({
      refused: 'PROCEDURE_NOT_CHOSEN',
    });
    expect((await open(proposalId, { question: '居委会换届选举' })).body).toEqual({ refused: 'ELECTION_NOT_HERE' });
  });

  test('a correction at the moment of opening wins or loses whole: never both', async () => {
    await stage.residents(3);
    const proposalId = await stage.matter();
    const { read } = stage.ways;
    // the correction comes after the way was read and before the vote is written
    stage.ways.read = async (...ids) => {
      const found = await read(...ids);
      await correct(proposalId);
      return found;
    };
    expect((await open(proposalId)).body).toEqual({ refused: 'STALE' });
    expect(await stage.head(proposalId)).not.toHaveProperty('voteId');
    stage.ways.read = read;
    expect((await open(proposalId)).status).toBe(200);
  });
});
