import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
let people: { personId: string; householdId: string }[];
const open = async (through?: Parameters<typeof stageVotes>[1]) => {
  stage = stageVotes(engine.endpoint, through);
  people = await stage.residents(8);
};
beforeEach(async () => {
  engine = await startTables(TABLES);
  await open();
});
afterEach(async () => {
  stage.close();
  await engine.stop();
});

const one = (i: number) => people[i] ?? { personId: '', householdId: '' };
const code = (i: number) => newCode(Uint8Array.from({ length: 16 }, (_, n) => i * 7 + n));
const cast = (voteId: string, i: number, choice: string, mark = markOf(voteId, code(i))) =>
  stage.call('castSecret', { voteId, choice, mark }, { as: one(i).personId });

test('a secret ballot is one transaction of four units, and after the first no read of the votes table', async () => {
  const { voteId } = await stage.openVote({ secret: true });
  const first = await cast(voteId, 0, 'for');
  expect(first).toMatchObject({ status: 200, body: { voteId, mark: markOf(voteId, code(0)), state: 'recorded' } });
  expect(first.units).toEqual({ read: 4, write: 4 });
  expect((await cast(voteId, 1, 'against')).units).toEqual({ read: 2, write: 4 });
});

test('an answer that was lost is asked for again and is the same, whatever choice is named; the first choice counts', async () => {
  const { voteId, closesAt } = await stage.openVote({ secret: true });
  const first = await cast(voteId, 0, 'for');
  for (const choice of ['for', 'against', 'abstain']) expect((await cast(voteId, 0, choice)).body).toEqual(first.body);
  const seen = async (i: number) => (await stage.call('readVote', { voteId }, { as: one(i).personId })).body;
  expect(await seen(0)).toMatchObject({ mine: { voted: true, mark: markOf(voteId, code(0)) } });
  expect(await seen(1)).not.toMatchObject({ mine: { mark: expect.anything() } });
  await stage.settle(closesAt);
  expect((await cast(voteId, 0, 'against')).body).toEqual(first.body);
  expect(await stage.repo.secret.ballots(stage.communityId, voteId)).toMatchObject([{ choice: 'for' }]);
});

test('when the transaction was done and its answer lost on the way, there is one mark and one ballot', async () => {
  let times = 0;
  stage.close();
  await open((client) =>
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        if (/TransactWrite/.test(String(context['commandName'])) && JSON.stringify(args.input).includes('#marks'))
          if ((times += 1) === 1) throw Object.assign(new Error('reset'), { name: 'TimeoutError', $retryable: {} });
        return answer;
      },
      { step: 'finalizeRequest', priority: 'low', name: 'lost' },
    ),
  );
  const { voteId } = await stage.openVote({ secret: true });
  expect((await cast(voteId, 0, 'for')).status).toBe(200);
  expect(times).toBe(2);
  expect(await stage.repo.secret.ballots(stage.communityId, voteId)).toMatchObject([{ choice: 'for' }]);
});

test('a conflict is waited for; what never ends is BUSY, with nothing written', async () => {
  let conflicts = 2;
  const conflict = () =>
    new TransactionCanceledException({
      message: '',
      $metadata: {},
      CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
    });
  stage.close();
  await open((client) =>
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const mine = JSON.stringify(args.input).includes('#marks');
        if (/TransactWrite/.test(String(context['commandName'])) && mine && (conflicts -= 1) >= 0) throw conflict();
        return next(args);
      },
      { step: 'initialize', name: 'contended' },
    ),
  );
  const { voteId } = await stage.openVote({ secret: true });
  expect((await cast(voteId, 0, 'for')).status).toBe(200);
  conflicts = 100;
  expect(await cast(voteId, 1, 'for')).toMatchObject({ status: 503 });
  expect(await stage.repo.secret.ballots(stage.communityId, voteId)).toHaveLength(1);
});

test('sixteen phones of one household at once: one ballot, one who hears yes', async () => {
  const { voteId } = await stage.openVote({ secret: true });
  const { householdId } = one(0);
  const phones = await Promise.all(Array.from({ length: 16 }, () => stage.person({ householdId })));
  const heard = await Promise.all(
    phones.map((as, i) =>
      stage.call('castSecret', { voteId, choice: i % 2 ? 'for' : 'against', mark: markOf(voteId, code(i)) }, { as }),
    ),
  );
  expect(heard.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(15).fill(409)]);
  expect(heard.find(({ status }) => status === 409)?.body).toMatchObject({ refused: 'HOUSEHOLD_VOTED' });
  expect(await stage.repo.secret.ballots(stage.communityId, voteId)).toHaveLength(1);
});

test('it is final, asked before the end, on the roll, and only in a secret vote', async () => {
  const { voteId, closesAt } = await stage.openVote({ secret: true });
  const named = await stage.openVote();
  await cast(voteId, 0, 'for');
  expect((await cast(voteId, 0, 'against', markOf(voteId, code(7)))).body).toMatchObject({
    refused: 'HOUSEHOLD_VOTED',
  });
  expect((await cast(named.voteId, 1, 'for')).body).toMatchObject({ refused: 'NOT_SECRET' });
  expect((await stage.call('castVote', { voteId, choice: 'for' }, { as: one(1).personId })).body).toMatchObject({
    refused: 'SECRET_VOTE',
  });
  const stranger = await stage.person({ householdId: stage.id() });
  const mark = markOf(voteId, code(1));
  expect((await stage.call('castSecret', { voteId, choice: 'for', mark }, { as: stranger })).body).toMatchObject({
    refused: 'NOT_ON_ROLL',
  });
  stage.world.now = closesAt;
  expect((await cast(voteId, 2, 'for')).body).toMatchObject({ refused: 'CLOSED' });
  expect((await cast(voteId, 0, 'for')).status).toBe(200);
});

test('the household sees that it took part and never how; others see nothing of it', async () => {
  const { voteId } = await stage.openVote({ secret: true });
  await cast(voteId, 0, 'against');
  const mine = async (as: string) => (await stage.call('readVote', { voteId }, { as })).body['mine'];
  expect(await mine(one(0).personId)).toMatchObject({ onRoll: true, voted: true });
  expect(await mine(await stage.person({ householdId: one(0).householdId }))).toMatchObject({
    onRoll: true,
    voted: true,
  });
  expect(await mine(one(1).personId)).toMatchObject({ onRoll: true, voted: false });
  const listed = await stage.call('listVotes', {}, { as: one(0).personId });
  expect(listed.body['items']).toMatchObject([{ voteId, ballot: 'secret', mine: { voted: true } }]);
});

test.each([
  ['a ballot that nobody cast', '#cast', { sk: 'ff'.repeat(16), c: 'F' }, { counted: 4, live: 3 }],
  [
    'a mark without a ballot',
    '#marks',
    { sk: 'nobody', mark: 'a'.repeat(64), channel: 'app' },
    { counted: 3, live: 4 },
  ],
])('%s: an alarm with both numbers, nothing is published and other votes are counted', async (_, of, item, numbers) => {
  const { voteId, closesAt } = await stage.openVote({ secret: true });
  const other = await stage.openVote({ secret: true });
  for (const i of [0, 1, 2]) await cast(voteId, i, 'for');
  await stage.put('ballots', { pk: `${stage.communityId}#v#${voteId}${of}`, ...item });
  await stage.settle(closesAt);
  expect(stage.world.alarms).toEqual([{ voteId, ...numbers, early: false }]);
  const { body } = await stage.call('readVote', { voteId });
  expect(body).toMatchObject({ phase: 'counting' });
  expect(body['result']).toBeUndefined();
  expect((await stage.call('readList', { voteId })).body).toMatchObject({ refused: 'NOT_PUBLISHED' });
  expect((await stage.call('readVote', { voteId: other.voteId })).body).toMatchObject({ phase: 'decided' });
});

test('nobody counts it by hand: the tick does, from the ballots, and a chair is told to wait', async () => {
  const { voteId, closesAt } = await stage.openVote({ secret: true });
  for (const [i, choice] of ['for', 'for', 'for', 'against', 'abstain'].entries()) await cast(voteId, i, choice);
  stage.world.now = new Date(closesAt.getTime() + 10_000);
  const chair = await stage.person({ roles: ['chair'] });
  expect((await stage.call('settleVote', { voteId }, { as: chair })).body).toMatchObject({
    refused: 'COUNTED_BY_CLOCK',
  });
  await stage.tick();
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({
    phase: 'decided',
    result: { counts: { for: 3, against: 1, abstain: 1 }, outcome: 'passed' },
  });
});
