import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { memberKey } from '../kernel/caller';
import { doorsKey, ownedKey, ownerKey } from '../kernel/electorate';
import { buildingsKey } from '../kernel/households';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
let landlord: string;
let agent: string;
let heads: string[];
let voteId: string;
let closesAt: Date;
/** Two doors of two heads: one of somebody who lives elsewhere, one of somebody who lives here. */
beforeEach(async () => {
  engine = await startTables(TABLES);
  stage = stageVotes(engine.endpoint);
  const { communityId, put, id } = stage;
  const doors = [id(), id()];
  heads = [id(), id()];
  await put('directory', { pk: buildingsKey(communityId), sk: '1', building: '1号楼', ids: new Set(doors) });
  landlord = await stage.person({ roles: ['owner'] });
  agent = await stage.person({ householdId: doors[1] as string });
  for (const [i, householdId] of doors.entries()) {
    await put('directory', { pk: doorsKey(communityId, '1'), sk: `d${i}`, householdId, area: 9_000 + i });
    await put('directory', { ...ownedKey(communityId, householdId), head: heads[i] });
    await put('directory', ownerKey(communityId, heads[i] as string, i === 0 ? landlord : agent));
  }
  ({ voteId, closesAt } = await stage.openVote({ ruleId: 'owners-ordinary-2021-1' }));
});
afterEach(async () => {
  stage.close();
  await engine.stop();
});

const cast = (as: string, choice = 'for', unitId?: string) =>
  stage.call('castVote', { voteId, choice, ...(unitId ? { unitId } : {}) }, { as });

test('an owner who lives in no household here opens the page, casts and changes the ballot, which counts with its area', async () => {
  expect((await stage.call('markSeen', { voteId }, { as: landlord })).status).toBe(200);
  expect((await stage.call('readVote', { voteId }, { as: landlord })).body['mine']).toMatchObject({
    onRoll: true,
    units: [{ unitId: heads[0], as: 'own', area: 9_000, parts: 1 }],
  });
  expect((await cast(landlord, 'against', heads[0])).status).toBe(200);
  expect((await cast(landlord, 'for', heads[0])).status).toBe(200);
  expect((await cast(agent, 'for', heads[1])).status).toBe(200);
  await stage.settle(closesAt);
  expect((await stage.call('readVote', { voteId })).body['result']).toMatchObject({
    outcome: 'passed',
    tests: [
      { of: 'area', base: 18_001, counts: { for: 18_001 } },
      { of: 'units', base: 2, counts: { for: 2 } },
    ],
  });
});

test('such an owner may authorise a neighbour in writing, take it back, and be helped by a worker', async () => {
  const unitId = heads[0] as string;
  const { body } = await stage.call('offerProxy', { voteId, unitId }, { as: landlord });
  expect((await stage.call('acceptProxy', { voteId, code: body['code'] }, { as: agent })).status).toBe(200);
  expect((await stage.call('revokeProxy', { voteId, unitId }, { as: landlord })).status).toBe(200);
  expect((await cast(agent, 'for', unitId)).body).toEqual({ refused: 'NOT_ON_ROLL' });
  const worker = await stage.person({ roles: ['worker'] });
  await stage.call('askHelp', { voteId, unitId }, { as: worker });
  expect((await stage.call('readHelp', { voteId, unitId }, { as: landlord })).body).toMatchObject({ state: 'asked' });
  expect((await stage.call('confirmHelp', { voteId, unitId }, { as: landlord })).body).toMatchObject({
    state: 'confirmed',
  });
});

test('the access ends with the register, at once, though the frozen roll still names the person', async () => {
  await stage.put('directory', { ...memberKey(stage.communityId, landlord), roles: [], displayName: '某位居民' });
  expect((await cast(landlord, 'for', heads[0])).body).toEqual({ refused: 'NOT_ELIGIBLE' });
});

test('an owner has no ballot in a vote of households, and no word in what residents decide', async () => {
  await stage.residents(3);
  const { voteId: other } = await stage.openVote();
  const answer = await stage.call('castVote', { voteId: other, choice: 'for' }, { as: landlord });
  expect(answer.body).toEqual({ refused: 'NOT_ON_ROLL' });
  expect(
    (await stage.call('castSecret', { voteId: other, choice: 'for', mark: 'a'.repeat(64) }, { as: landlord })).body,
  ).toEqual({ refused: 'NOT_ELIGIBLE' });
});
