import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { stageCouncil, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils']);
});
afterAll(() => engine.stop());
afterEach(() => stage.close());

type Trouble = { on: RegExp; every: number; when: 'before' | 'after'; error: () => Error };
const lostAnswer = () =>
  Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET', $retryable: {} });
const conflict = () =>
  new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
  });

/** Lets every `every`th command fail, at its first attempt, below the SDK's own retries: before it reaches the table, or after it was done. */
const troubled =
  ({ on, every, when, error }: Trouble) =>
  (client: DynamoDBDocumentClient) => {
    let sent = 0;
    const known = new WeakSet<object>();
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (!on.test(String(context['commandName'])) || known.has(args.input)) return next(args);
        known.add(args.input);
        sent += 1;
        if (sent % every !== 0) return next(args);
        if (when === 'after') await next(args);
        throw error();
      },
      { step: 'finalizeRequest', priority: 'low', name: 'trouble' },
    );
  };

const PROPOSAL = { title: '停车', grounds: '车位不够。', recommendations: [{ title: '划线', body: '重新划线。' }] };
const walk = async () => {
  const people = await stage.residents(12);
  const one = (i: number) => people[i]?.personId ?? '';
  const filed = await stage.call('fileProposal', PROPOSAL, { as: one(0) });
  const proposalId = filed.body['id'] as string;
  const supports = await Promise.all(
    people.slice(1).map(({ personId }) => stage.call('supportProposal', { proposalId }, { as: personId })),
  );
  const point = await stage.call('addPoint', { proposalId, column: 'for', body: '好' }, { as: one(1) });
  const pointId = point.body['id'] as string;
  const endorsed = await Promise.all(
    [2, 3, 4].map((i) => stage.call('endorsePoint', { proposalId, pointId }, { as: one(i) })),
  );
  const closesAt = new Date(stage.world.now.getTime() + 10 * MINUTE);
  const opened = await stage.call(
    'openVote',
    { proposalId, question: '划不划', resolution: '划。', closesAt: closesAt.toISOString() },
    { as: await stage.person({ roles: ['chair'] }) },
  );
  const voteId = opened.body['voteId'] as string;
  const cast = await Promise.all(
    people.map(({ personId }) => stage.call('castVote', { voteId, choice: 'for' }, { as: personId })),
  );
  stage.world.now = new Date(closesAt.getTime() + 10_000);
  const settled = await stage.call('settleVote', { voteId }, { as: await stage.person({ roles: ['worker'] }) });
  return { proposalId, pointId, voteId, answers: [filed, ...supports, point, ...endorsed, opened, ...cast, settled] };
};

test.each<[string, Trouble]>([
  ['every third transaction meets a conflict', { on: /TransactWrite/, every: 3, when: 'before', error: conflict }],
  [
    'every third transaction loses its answer after it was done',
    { on: /TransactWrite/, every: 3, when: 'after', error: lostAnswer },
  ],
  [
    'every second single write loses its answer after it was done',
    { on: /^(PutItem|UpdateItem)/, every: 2, when: 'after', error: lostAnswer },
  ],
  [
    'every fourth read finds the line dead',
    { on: /^(GetItem|BatchGetItem|Query)/, every: 4, when: 'before', error: lostAnswer },
  ],
])(
  'when %s, everything is answered and nothing is doubled',
  async (_, trouble) => {
    stage = stageCouncil(engine.endpoint, troubled(trouble));
    const { proposalId, pointId, voteId, answers } = await walk();
    expect(answers.map(({ status, body }) => (status === 200 ? 200 : body))).toEqual(answers.map(() => 200));
    expect((await stage.call('readProposal', { proposalId })).body).toMatchObject({
      supports: 12,
      points: 1,
      stage: 'decided',
    });
    expect(
      (await stage.call('listPoints', { proposalId, column: 'for', order: 'endorsed' })).body['items'],
    ).toMatchObject([{ pointId, endorsements: 3 }]);
    expect((await stage.call('readVote', { voteId })).body).toMatchObject({
      result: { counts: { for: 12, against: 0, abstain: 0 } },
    });
    const types = (await stage.events(proposalId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'councils.proposal-supported')).toHaveLength(11);
    expect(types.filter((type) => type === 'councils.point-endorsed')).toHaveLength(3);
    for (const type of [
      'councils.proposal-filed',
      'councils.point-added',
      'councils.vote-opened',
      'councils.vote-decided',
    ]) {
      expect({ type, times: types.filter((t) => t === type).length }).toEqual({ type, times: 1 });
    }
  },
  60_000,
);

test('when every answer to a support is lost the person hears 500, and asking again with the same key is one support', async () => {
  let away = false;
  stage = stageCouncil(engine.endpoint, (client) =>
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        if (away && /TransactWrite/.test(String(context['commandName']))) throw lostAnswer();
        return answer;
      },
      { step: 'finalizeRequest', priority: 'low', name: 'away' },
    ),
  );
  const proposalId = (await stage.call('fileProposal', PROPOSAL, { as: await stage.person() })).body['id'] as string;
  const as = await stage.person();
  const support = () => stage.call('supportProposal', { proposalId }, { as, key: 'one-support' });
  away = true;
  expect((await support()).status).toBe(500);
  away = false;
  const [again, once] = [await support(), await support()];
  expect(again).toMatchObject({ status: 200, body: { supports: 2 }, headers: { 'idempotent-replayed': 'true' } });
  expect(once.body).toEqual(again.body);
  expect((await stage.call('readProposal', { proposalId })).body).toMatchObject({ supports: 2 });
  expect((await stage.events(proposalId)).filter(({ type }) => type === 'councils.proposal-supported')).toHaveLength(1);
});

const voteAmong = async (count: number) => {
  const people = await stage.residents(count);
  const proposalId = (await stage.call('fileProposal', PROPOSAL, { as: people[0]?.personId ?? '' })).body[
    'id'
  ] as string;
  for (const { personId } of people.slice(1, 5)) await stage.call('supportProposal', { proposalId }, { as: personId });
  const closesAt = new Date(stage.world.now.getTime() + 10 * MINUTE).toISOString();
  const opened = await stage.call(
    'openVote',
    { proposalId, question: '划不划', resolution: '划。', closesAt },
    { as: await stage.person({ roles: ['chair'] }) },
  );
  return { people, voteId: opened.body['voteId'] as string };
};

test('once the vote and its roll were read, a ballot is one write and no read of this table', async () => {
  stage = stageCouncil(engine.endpoint);
  const { people, voteId } = await voteAmong(6);
  const [first, second] = [
    await stage.call('castVote', { voteId, choice: 'for' }, { as: people[0]?.personId ?? '' }),
    await stage.call('castVote', { voteId, choice: 'for' }, { as: people[1]?.personId ?? '' }),
  ];
  expect(first?.units).toEqual({ read: 4, write: 1 });
  // what is left is who is calling: the person and the membership
  expect(second?.units).toEqual({ read: 2, write: 1 });
});

test('a ballot leaves no event and none of it but its own item', async () => {
  stage = stageCouncil(engine.endpoint);
  const { people, voteId } = await voteAmong(6);
  const voter = people[0] ?? { personId: '', householdId: '' };
  const { body } = await stage.call('castVote', { voteId, choice: 'abstain' }, { as: voter.personId });
  expect(await stage.repo.ballots.ballot(stage.communityId, voteId, voter.householdId)).toMatchObject({
    choice: 'abstain',
    by: voter.personId,
    at: body['castAt'],
  });
  expect(await stage.events(voteId)).toEqual([]);
});

test('family members see that the household voted and not how; others see nothing of it', async () => {
  stage = stageCouncil(engine.endpoint);
  const { people, voteId } = await voteAmong(6);
  const voter = people[0] ?? { personId: '', householdId: '' };
  const spouse = await stage.person({ householdId: voter.householdId });
  await stage.call('castVote', { voteId, choice: 'against' }, { as: voter.personId });
  expect((await stage.call('readVote', { voteId }, { as: spouse })).body['mine']).toEqual({
    onRoll: true,
    voted: true,
  });
  expect((await stage.call('readVote', { voteId }, { as: people[1]?.personId ?? '' })).body['mine']).toEqual({
    onRoll: true,
    voted: false,
  });
  expect((await stage.call('listVotes', {}, { as: voter.personId })).body['items']).toMatchObject([
    { voteId, mine: { voted: true, choice: 'against' } },
  ]);
  expect((await stage.call('listVotes')).body['items']).toEqual([
    expect.not.objectContaining({ mine: expect.anything() as unknown }),
  ]);
});

test('a condition that fails without telling what stands there is thrown, not taken for an answer', async () => {
  const blind = () => new ConditionalCheckFailedException({ message: '', $metadata: {} });
  stage = stageCouncil(engine.endpoint, troubled({ on: /^PutItem/, every: 2, when: 'before', error: blind }));
  const { people, voteId } = await voteAmong(6);
  const statuses = await Promise.all(
    people
      .slice(0, 2)
      .map(async ({ personId }) => (await stage.call('castVote', { voteId, choice: 'for' }, { as: personId })).status),
  );
  expect(statuses.sort()).toEqual([200, 500]);
});
