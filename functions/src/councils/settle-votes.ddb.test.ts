import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { recountVote } from './recount-vote';
import type { VoteItem } from './repo-votes';
import { settleVotes } from './settle-votes';
import { stageCouncil, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
let people: { personId: string }[];
beforeEach(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils']);
  stage = stageCouncil(engine.endpoint);
  people = await stage.residents(6);
});
afterEach(async () => {
  stage.close();
  await engine.stop();
});

const PROPOSAL = { title: '门禁', grounds: '单元门坏了。', recommendations: [{ title: '修门', body: '换一把锁。' }] };
const one = (i: number) => people[i]?.personId ?? '';
const tick = () => settleVotes({ repo: stage.repo, ledger: stage.ledger, clock: () => stage.world.now })();
const decided = async (proposalId: string) =>
  (await stage.events(proposalId)).filter(({ type }) => type === 'councils.vote-decided');
const chairs = () => stage.person({ roles: ['chair'] });

const voteEndingIn = async (minutes: number) => {
  const { body } = await stage.call('fileProposal', PROPOSAL, { as: one(0) });
  const proposalId = body['id'] as string;
  for (const i of [1, 2, 3, 4]) await stage.call('supportProposal', { proposalId }, { as: one(i) });
  const closesAt = new Date(stage.world.now.getTime() + minutes * MINUTE);
  const opened = await stage.call(
    'openVote',
    { proposalId, question: '修不修', resolution: '修。', closesAt: closesAt.toISOString() },
    { as: await chairs() },
  );
  const voteId = opened.body['voteId'] as string;
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
    const ctx = { repo, ledger: stage.ledger, now: stage.world.now, id: stage.id, requestId: '', intent, caller };
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
  const late = settleVotes({ repo: lagging, ledger: stage.ledger, clock: () => stage.world.now });
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
  const padding = 'x'.repeat(40_000);
  const ballots = Array.from({ length: 60 }, (_, i) => ({
    Put: {
      TableName: 'councils',
      Item: {
        pk: `${stage.communityId}#v#${voteId}#b`,
        sk: `other-${i}`,
        choice: i % 3 ? 'for' : 'abstain',
        by: padding,
        at: '',
      },
    },
  }));
  for (let from = 0; from < ballots.length; from += 20) await stage.fill(ballots.slice(from, from + 20));
  expect(await stage.repo.ballots.recount(stage.communityId, voteId)).toEqual({ for: 43, against: 1, abstain: 20 });
});
