import { randomBytes } from 'node:crypto';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { publish } from './test-lists';
import { spyOn } from '../kernel/test-spy';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
let people: { personId: string; householdId: string }[];
beforeEach(async () => {
  engine = await startTables(TABLES);
  stage = stageVotes(engine.endpoint);
  people = await stage.residents(9);
});
afterEach(async () => {
  stage.close();
  await engine.stop();
});

const cast = (voteId: string, i: number, choice: string) =>
  stage.call(
    'castSecret',
    { voteId, choice, mark: markOf(voteId, newCode(randomBytes(16))) },
    { as: people[i]?.personId ?? '' },
  );
const turnout = async (voteId: string) =>
  (await stage.call('listTurnout', { voteId }, { as: await stage.person({ roles: ['worker'] }) })).body;

test.each([1, 2])(
  'when %i took part, neither who nor how is shown, kept in the result, sent out or published',
  async (n) => {
    const { voteId, proposalId, closesAt } = await stage.openVote({ secret: true });
    for (let i = 0; i < n; i += 1) await cast(voteId, i, 'against');
    expect(await turnout(voteId)).toEqual({ items: [], hidden: true });
    await stage.settle(closesAt);
    const { body } = await stage.call('readVote', { voteId });
    expect(body['result']).toMatchObject({
      few: true,
      taken: n,
      counts: { for: 0, against: 0, abstain: 0 },
      tests: [],
      outcome: 'noQuorum',
      decision: expect.stringContaining('为了不暴露是谁投的'),
    });
    const decided = (await stage.events(proposalId)).find(({ type }) => type === 'votes.vote-decided');
    expect(decided?.data).toMatchObject({ for: 0, against: 0, abstain: 0, taken: n, outcome: 'noQuorum' });
    expect(await publish(stage, voteId)).toBe(false);
    expect((await stage.call('readList', { voteId })).body).toMatchObject({ refused: 'TOO_FEW_TO_LIST' });
    expect((await stage.call('proveMark', { voteId, mark: 'a'.repeat(64) })).body).toMatchObject({
      refused: 'TOO_FEW_TO_LIST',
    });
    expect(await turnout(voteId)).toEqual({ items: [], hidden: true });
    const [result] = (await spyOn(engine.endpoint).items('votes')).filter(({ sk }) => sk === 'result');
    expect(result).toMatchObject({ counted: { units: { for: 0, against: 0, abstain: 0 } } });
  },
);

test('from three on it is shown who took part, in the order of ids, and the counts', async () => {
  const { voteId, closesAt } = await stage.openVote({ secret: true });
  for (const [i, choice] of ['for', 'against', 'for'].entries()) await cast(voteId, 2 - i, choice);
  const ids = people.slice(0, 3).map(({ householdId }) => householdId);
  const shown = { items: ids.sort().map((unitId) => ({ unitId, channel: 'app' })), hidden: false };
  expect(await turnout(voteId)).toEqual(shown);
  await stage.settle(closesAt);
  expect((await stage.call('readVote', { voteId })).body['result']).toMatchObject({
    counts: { for: 2, against: 1, abstain: 0 },
    taken: 3,
  });
  expect(await publish(stage, voteId)).toBe(true);
});

test('when nobody took part there is a list that says so', async () => {
  const { voteId, closesAt } = await stage.openVote({ secret: true });
  expect(await turnout(voteId)).toEqual({ items: [], hidden: false });
  await stage.settle(closesAt);
  expect(await publish(stage, voteId)).toBe(true);
});

test('a roll so small that one or two decide has no secret vote', async () => {
  const small = stageVotes(engine.endpoint);
  await small.residents(3);
  await expect(small.openVote({ secret: true })).rejects.toThrow('SECRET_TOO_SMALL');
  await small.openVote();
  small.close();
});

test('who took part in a named vote is listed to nobody', async () => {
  const { voteId } = await stage.openVote();
  expect(await turnout(voteId)).toMatchObject({ refused: 'NOT_SECRET' });
});

test('the figure of an open secret vote moves with the tick, and not with a ballot', async () => {
  const { voteId } = await stage.openVote({ secret: true });
  const figure = async () => (await stage.call('readVote', { voteId })).body['turnout'];
  await cast(voteId, 0, 'for');
  await cast(voteId, 1, 'against');
  expect(await figure()).toBe(0);
  await stage.tick();
  expect(await figure()).toBe(2);
  await cast(voteId, 2, 'against');
  await stage.tick();
  expect(await figure()).toBe(3);
});

test.each([
  [1, true],
  [2, true],
  [3, false],
])('beside a box of three papers, which two workers know, %i by phone are too few to be shown: %s', async (n, few) => {
  const { voteId, closesAt } = await stage.openVote({ secret: true });
  for (let i = 0; i < n; i += 1) await cast(voteId, i, 'against');
  const workers = [await stage.person({ roles: ['worker'] }), await stage.person({ roles: ['worker'] })];
  for (const { householdId } of people.slice(3, 6))
    for (const as of workers) {
      const mark = markOf(voteId, newCode(randomBytes(16)));
      await stage.call('enterPaper', { voteId, unitId: householdId, reading: 'box', mark }, { as });
    }
  stage.world.now = closesAt;
  for (const as of workers)
    await stage.call('enterBox', { voteId, for: 3, against: 0, abstain: 0, invalid: 0 }, { as });
  await stage.settle(closesAt);
  const { result } = (await stage.call('readVote', { voteId })).body as { result: Record<string, unknown> };
  expect(result).toMatchObject({ taken: n + 3, counts: few ? { for: 0, against: 0 } : { for: 3, against: n } });
  expect(result['few']).toBe(few ? true : undefined);
  expect(await publish(stage, voteId)).toBe(!few);
});
