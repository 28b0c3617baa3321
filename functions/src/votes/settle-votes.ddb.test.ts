import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { COUNT_GRACE_MS } from '@gongzhi/shared/votes/rules';
import { raiseAlarm } from './raise-alarm';
import { recountVote } from './recount-vote';
import type { VoteItem } from './repo-votes';
import { settleVotes } from './settle-votes';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
let people: { personId: string; householdId: string }[];
beforeEach(async () => {
  engine = await startTables(TABLES);
  stage = stageVotes(engine.endpoint);
  people = await stage.residents(6);
});
afterEach(async () => {
  stage.close();
  await engine.stop();
});

const one = (i: number) => people[i]?.personId ?? '';
const tick = () => stage.tick();
const decided = async (proposalId: string) =>
  (await stage.events(proposalId)).filter(({ type }) => type === 'votes.vote-decided');
const chairs = () => stage.person({ roles: ['chair'] });

const voteEndingIn = async (minutes: number) => {
  const { proposalId, voteId, closesAt } = await stage.openVote({ minutes });
  for (const i of [0, 1, 2, 3])
    await stage.call('castVote', { voteId, choice: i < 3 ? 'for' : 'against' }, { as: one(i) });
  return { proposalId, voteId, closesAt };
};

test('the tick leaves a vote alone until its end and the margin are past, then counts it, once', async () => {
  const { proposalId, voteId, closesAt } = await voteEndingIn(10);
  expect(await tick()).toBe(0);
  stage.world.now = new Date(closesAt.getTime() + 9_999);
  expect(await tick()).toBe(0);
  stage.world.now = new Date(closesAt.getTime() + 10_000);
  expect(await tick()).toBe(1);
  expect(await tick()).toBe(0);
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({
    phase: 'decided',
    result: { counts: { for: 3, against: 1, abstain: 0 }, base: 6, outcome: 'passed' },
  });
  const events = await decided(proposalId);
  expect(events).toMatchObject([
    { via: 'system', actor: 'system', data: { voteId, for: 3, against: 1, abstain: 0, base: 6, outcome: 'passed' } },
  ]);
});

test('ticks and a chair that settle at the same moment leave one result and one event, and hear the same', async () => {
  const { proposalId, voteId, closesAt } = await voteEndingIn(10);
  stage.world.now = new Date(closesAt.getTime() + 20_000);
  const chair = await chairs();
  const [, , first, second] = await Promise.all([
    tick(),
    tick(),
    stage.call('settleVote', { voteId }, { as: chair }),
    stage.call('settleVote', { voteId }, { as: chair }),
  ]);
  expect(first).toMatchObject({ status: 200, body: { outcome: 'passed' } });
  expect(second?.body).toEqual(first?.body);
  expect(await decided(proposalId)).toHaveLength(1);
});

test('two who both found no result yet and counted at the same moment write one result and one event', async () => {
  const { proposalId, voteId, closesAt } = await voteEndingIn(10);
  stage.world.now = new Date(closesAt.getTime() + 20_000);
  let counting = 0;
  let bothCount: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (bothCount = resolve));
  const recount = async (communityId: string, id: string) => {
    counting += 1;
    if (counting === 2) bothCount();
    await both;
    return stage.repo.ballots.recount(communityId, id);
  };
  const repo = { ...stage.repo, ballots: { ...stage.repo.ballots, recount } };
  const vote = await stage.repo.votes.vote(stage.communityId, voteId);
  const settleAs = (actor: string) => {
    const intent = { scope: stage.communityId, actor, key: `${actor}-settles`, hash: '' };
    const caller = { personId: actor, sessionId: '', roles: [], displayName: '', consents: [] };
    const ctx = {
      repo,
      ledger: stage.ledger,
      matters: stage.matters,
      alarm: stage.alarm,
      now: stage.world.now,
      id: stage.id,
      requestId: '',
      intent,
      caller,
    };
    return recountVote(ctx, stage.communityId, vote as VoteItem, 'app');
  };
  const [first, second] = await Promise.all([settleAs('chair'), settleAs('worker')]);
  expect(first).toMatchObject({ voteId, outcome: 'passed' });
  expect(second).toEqual(first);
  expect(await decided(proposalId)).toHaveLength(1);
});

test('settling again changes nothing, whenever it is asked', async () => {
  const { proposalId, voteId, closesAt } = await voteEndingIn(10);
  stage.world.now = new Date(closesAt.getTime() + 20_000);
  const first = await stage.call('settleVote', { voteId }, { as: await chairs() });
  const result = (await stage.call('readVote', { voteId })).body['result'];
  stage.world.now = new Date(closesAt.getTime() + 60 * MINUTE);
  expect((await stage.call('settleVote', { voteId }, { as: await chairs() })).body).toEqual(first.body);
  await tick();
  expect((await stage.call('readVote', { voteId })).body['result']).toEqual(result);
  expect(await decided(proposalId)).toHaveLength(1);
});

test('an index that still names a settled vote, or one that is not due, is not believed', async () => {
  const { proposalId, voteId, closesAt } = await voteEndingIn(10);
  const lagging = {
    ...stage.repo,
    votes: { ...stage.repo.votes, listDue: async () => [{ communityId: stage.communityId, voteId }] },
  };
  const late = settleVotes({
    repo: lagging,
    ledger: stage.ledger,
    matters: stage.matters,
    alarm: stage.alarm,
    clock: () => stage.world.now,
  });
  await late();
  expect(await decided(proposalId)).toEqual([]);
  stage.world.now = new Date(closesAt.getTime() + 10_000);
  await late();
  await late();
  expect(await decided(proposalId)).toHaveLength(1);
});

test('votes of several ends are settled as they end; one that fails does not keep the others waiting', async () => {
  const [soon, later, failing] = [await voteEndingIn(5), await voteEndingIn(50), await voteEndingIn(5)];
  stage.world.now = new Date(soon.closesAt.getTime() + 10_000);
  const recount = async (communityId: string, voteId: string) => {
    if (voteId === failing.voteId) throw new Error('the table is away');
    return stage.repo.ballots.recount(communityId, voteId);
  };
  const broken = settleVotes({
    repo: { ...stage.repo, ballots: { ...stage.repo.ballots, recount } },
    ledger: stage.ledger,
    matters: stage.matters,
    alarm: stage.alarm,
    clock: () => stage.world.now,
  });
  await expect(broken()).rejects.toThrow('1 of 2 votes could not be settled');
  expect((await stage.call('readVote', { voteId: soon.voteId })).body).toMatchObject({ phase: 'decided' });
  expect((await stage.call('readVote', { voteId: failing.voteId })).body).toMatchObject({ phase: 'counting' });
  expect((await stage.call('readVote', { voteId: later.voteId })).body).toMatchObject({ phase: 'open' });
  await tick();
  expect((await stage.call('readVote', { voteId: failing.voteId })).body).toMatchObject({ phase: 'decided' });
});

test('more ballots than one page of the table are all counted', async () => {
  const { voteId } = await voteEndingIn(10);
  const ballots = Array.from({ length: 60 }, (_, i) => ({
    Put: {
      TableName: 'votes',
      Item: {
        pk: `${stage.communityId}#v#${voteId}#b`,
        sk: `other-${i}`,
        choice: i % 3 ? 'for' : i % 2 ? 'invalid' : 'abstain',
        via: i % 2 ? 'paper' : 'app',
        area: 100,
        by: 'x'.repeat(40_000),
      },
    },
  }));
  for (let from = 0; from < ballots.length; from += 20) await stage.fill(ballots.slice(from, from + 20));
  expect(await stage.repo.ballots.recount(stage.communityId, voteId)).toEqual({
    units: { for: 43, against: 1, abstain: 10 },
    area: { for: 4_000, against: 0, abstain: 1_000 },
    invalid: 10,
    channels: { app: 34, paper: 30, assisted: 0, proxy: 0 },
  });
});

/** A ballot put past the door: by a hand in the table, or by a fault of ours. */
const slipIn = (voteId: string) =>
  stage.put('votes', {
    pk: `${stage.communityId}#v#${voteId}#b`,
    sk: 'ghost',
    choice: 'for',
    via: 'app',
    by: 'ghost',
    casts: 1,
  });

test('a recount that is not what the live figures say is not published, and past the grace an alarm says so', async () => {
  const { proposalId, voteId, closesAt } = await voteEndingIn(10);
  await slipIn(voteId);
  stage.world.now = new Date(closesAt.getTime() + 10_000);
  await tick();
  expect(stage.world.alarms).toEqual([]);
  expect((await stage.call('settleVote', { voteId }, { as: await chairs() })).body).toEqual({ refused: 'COUNT_LAGS' });
  stage.world.now = new Date(closesAt.getTime() + COUNT_GRACE_MS);
  await tick();
  expect(stage.world.alarms).toEqual([{ voteId, counted: 5, live: 4, early: false }]);
  expect((await stage.call('settleVote', { voteId }, { as: await chairs() })).body).toEqual({
    refused: 'COUNT_DIFFERS',
  });
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({ phase: 'counting' });
  expect(await decided(proposalId)).toEqual([]);
});

test('live figures that lag only delay the result', async () => {
  const { voteId, closesAt } = await voteEndingIn(10);
  stage.world.streams = false;
  await stage.call('castVote', { voteId, choice: 'for' }, { as: one(4) });
  stage.world.now = new Date(closesAt.getTime() + 10_000);
  await tick();
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({ phase: 'counting', turnout: 4 });
  const late = people[4] as { householdId: string };
  await stage.stream({ pk: `${stage.communityId}#v#${voteId}#b`, sk: late.householdId });
  await tick();
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({ phase: 'decided', result: { taken: 5 } });
  expect(stage.world.alarms).toEqual([]);
});

test('the alarm is a log line and the metric that CloudWatch watches, with numbers and ids only', () => {
  const said: unknown[] = [];
  for (const way of ['log', 'info', 'error'] as const)
    jest.spyOn(console, way).mockImplementation((...line: unknown[]) => void said.push(...line));
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(line) > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(line) > 0);
  raiseAlarm({ voteId: 'V', counted: 5, live: 4, early: false });
  jest.restoreAllMocks();
  expect(said.join()).toContain('count differs');
  expect(said.join()).toMatch(/"countDiffers":\[?1/);
});
