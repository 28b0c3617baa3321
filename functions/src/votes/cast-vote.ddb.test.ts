import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(TABLES);
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

const walk = async () => {
  const people = await stage.residents(12);
  const { proposalId, voteId, closesAt, opened } = await stage.openVote();
  const cast = await Promise.all(
    people.map(({ personId }) => stage.call('castVote', { voteId, choice: 'for' }, { as: personId })),
  );
  stage.world.now = new Date(closesAt.getTime() + 10_000);
  const settled = await stage.call('settleVote', { voteId }, { as: await stage.person({ roles: ['worker'] }) });
  return { proposalId, voteId, answers: [opened, ...cast, settled] };
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
    stage = stageVotes(engine.endpoint, troubled(trouble));
    const { proposalId, voteId, answers } = await walk();
    expect(answers.map(({ status, body }) => (status === 200 ? 200 : body))).toEqual(answers.map(() => 200));
    expect(await stage.head(proposalId)).toMatchObject({ voteId, settledAt: stage.world.now.toISOString() });
    expect((await stage.call('readVote', { voteId })).body).toMatchObject({
      result: { counts: { for: 12, against: 0, abstain: 0 } },
    });
    const types = (await stage.events(proposalId)).map(({ type }) => type);
    expect(types.sort()).toEqual(['votes.vote-decided', 'votes.vote-opened']);
  },
  60_000,
);

const voteAmong = async (count: number) => {
  const people = await stage.residents(count);
  return { people, ...(await stage.openVote()) };
};

test('once the vote and its roll were read, a ballot is one write and no read of this table', async () => {
  stage = stageVotes(engine.endpoint);
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
  stage = stageVotes(engine.endpoint);
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
  stage = stageVotes(engine.endpoint);
  const { people, voteId } = await voteAmong(6);
  const voter = people[0] ?? { personId: '', householdId: '' };
  const spouse = await stage.person({ householdId: voter.householdId });
  await stage.call('castVote', { voteId, choice: 'against' }, { as: voter.personId });
  expect((await stage.call('readVote', { voteId }, { as: spouse })).body['mine']).toEqual({
    onRoll: true,
    voted: true,
    units: [{ unitId: voter.householdId, as: 'own', voted: true }],
  });
  expect((await stage.call('readVote', { voteId }, { as: people[1]?.personId ?? '' })).body['mine']).toMatchObject({
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
  stage = stageVotes(engine.endpoint, troubled({ on: /^UpdateItem/, every: 2, when: 'before', error: blind }));
  const { people, voteId } = await voteAmong(6);
  const statuses = await Promise.all(
    people
      .slice(0, 2)
      .map(async ({ personId }) => (await stage.call('castVote', { voteId, choice: 'for' }, { as: personId })).status),
  );
  expect(statuses.sort()).toEqual([200, 500]);
});
