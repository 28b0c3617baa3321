import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Counts } from '@gongzhi/shared/votes/model';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { TABLES, stageVotes, type Stage } from './test-votes';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageVotes(engine.endpoint);
});
afterEach(() => stage.close());

const endOf = (closesAt: Date, plus: number) => new Date(closesAt.getTime() + plus);

test.each([2, 16])('%d phones of one household voting at once leave one ballot', async (phones) => {
  const people = await stage.residents(5);
  const householdId = people[0]?.householdId ?? '';
  const family = await Promise.all(Array.from({ length: phones }, () => stage.person({ householdId })));
  const { voteId, closesAt } = await stage.openVote();
  const answers = await Promise.all(
    family.map((personId, i) =>
      stage.call('castVote', { voteId, choice: i % 2 ? 'for' : 'against' }, { as: personId }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ body }) => body['refused'] === 'HOUSEHOLD_VOTED')).toHaveLength(phones - 1);
  stage.world.now = endOf(closesAt, 10_000);
  await stage.call('settleVote', { voteId }, { as: await stage.person({ roles: ['worker'] }) });
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({
    turnout: 1,
    result: { taken: 1, outcome: 'noQuorum' },
  });
});

test('a ballot asked for again gets the same receipt, even after the end; an older choice that comes late changes nothing', async () => {
  const people = await stage.residents(5);
  const voter = people[0]?.personId ?? '';
  const { voteId, closesAt } = await stage.openVote();
  const first = await stage.call('castVote', { voteId, choice: 'for' }, { as: voter, key: 'one-intent' });
  stage.world.now = endOf(closesAt, -1);
  const again = await stage.call('castVote', { voteId, choice: 'for' }, { as: voter, key: 'one-intent' });
  expect(again).toMatchObject({ status: 200, body: first.body });
  const changed = await stage.call('castVote', { voteId, choice: 'against' }, { as: voter, key: 'another-intent' });
  expect(changed.body).toMatchObject({ choice: 'against' });
  expect((await stage.call('castVote', { voteId, choice: 'for' }, { as: voter, key: 'one-intent' })).body).toEqual({
    refused: 'CHANGED_SINCE',
  });
  stage.world.now = endOf(closesAt, 1);
  expect(
    (await stage.call('castVote', { voteId, choice: 'against' }, { as: voter, key: 'another-intent' })).body,
  ).toEqual(changed.body);
  expect((await stage.call('castVote', { voteId, choice: 'for' }, { as: voter, key: 'one-intent' })).body).toEqual({
    refused: 'CLOSED',
  });
  expect((await stage.call('castVote', { voteId, choice: 'against' }, { as: voter })).body).toEqual({
    refused: 'CLOSED',
  });
});

test('the last millisecond counts and the closing instant does not', async () => {
  const people = await stage.residents(5);
  const { voteId, closesAt } = await stage.openVote();
  stage.world.now = endOf(closesAt, -1);
  expect((await stage.call('castVote', { voteId, choice: 'for' }, { as: people[0]?.personId ?? '' })).status).toBe(200);
  stage.world.now = endOf(closesAt, 0);
  expect((await stage.call('castVote', { voteId, choice: 'for' }, { as: people[1]?.personId ?? '' })).body).toEqual({
    refused: 'CLOSED',
  });
  stage.world.now = endOf(closesAt, 10_000);
  await stage.call('settleVote', { voteId }, { as: await stage.person({ roles: ['worker'] }) });
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({
    result: { counts: { for: 1, against: 0, abstain: 0 } },
  });
});

test('forty phones while the vote closes: who heard yes is counted, who heard that it is closed is not, and nobody is both', async () => {
  const people = await stage.residents(40);
  const { voteId, closesAt } = await stage.openVote();
  // every look at the clock is a millisecond later: the end comes in the middle
  let looks = 0;
  const running = { get: () => endOf(closesAt, (looks += 1) - people.length), configurable: true };
  Object.defineProperty(stage.world, 'now', running);
  const cast = ({ personId }: { personId: string }) =>
    stage.call('castVote', { voteId, choice: 'for' }, { as: personId });
  const heard = await Promise.all(people.map(cast));
  Object.defineProperty(stage.world, 'now', { value: closesAt, writable: true });
  const counted = heard.filter(({ status }) => status === 200).length;
  expect(heard.filter(({ body }) => body['refused'] === 'CLOSED')).toHaveLength(40 - counted);
  expect(counted).toBeGreaterThan(0);
  expect(counted).toBeLessThan(40);
  await stage.settle(closesAt);
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({
    turnout: counted,
    result: { taken: counted, counts: { for: counted, against: 0, abstain: 0 } },
  });
  expect(stage.world.alarms).toEqual([]);
});

test('a household that is not on the frozen roll cannot vote, also one that joined the roll later', async () => {
  await stage.residents(5);
  const { voteId } = await stage.openVote();
  const late = await stage.person({ householdId: stage.id() });
  expect((await stage.call('castVote', { voteId, choice: 'for' }, { as: late })).body).toEqual({
    refused: 'NOT_ON_ROLL',
  });
  expect((await stage.call('castVote', { voteId, choice: 'for' }, { as: await stage.person() })).body).toEqual({
    refused: 'NOT_ON_ROLL',
  });
  expect((await stage.call('readVote', { voteId }, { as: late })).body['mine']).toEqual({
    onRoll: false,
    voted: false,
    units: [],
  });
  expect((await stage.call('castVote', { voteId: stage.id(), choice: 'for' }, { as: late })).body).toEqual({
    refused: 'NOT_FOUND',
  });
});

test('a vote opens only from the agenda, with a roll, within the bounds, and once', async () => {
  const chair = await stage.person({ roles: ['chair', 'resident'] });
  const ask = (proposalId: string, minutes: number) =>
    stage.call(
      'openVote',
      {
        proposalId,
        question: '是否同意',
        resolution: '同意。',
        closesAt: new Date(stage.world.now.getTime() + minutes * MINUTE).toISOString(),
      },
      { as: chair },
    );
  const early = await stage.matter({});
  expect((await ask(early, 60)).body).toEqual({ refused: 'NOT_ON_AGENDA', facts: { threshold: 5 } });
  const proposalId = await stage.matter();
  expect((await ask(proposalId, 60)).body).toEqual({ refused: 'ROLL_EMPTY' });
  await stage.residents(3);
  expect((await ask(proposalId, 0.5)).body).toEqual({ refused: 'END_TOO_SOON', facts: { minutes: 1 } });
  expect((await ask(proposalId, 31 * 24 * 60)).body).toEqual({ refused: 'END_TOO_LATE', facts: { days: 30 } });
  expect((await ask(stage.id(), 60)).body).toEqual({ refused: 'NOT_FOUND' });
  const [first, second] = await Promise.all([ask(proposalId, 60), ask(proposalId, 60)]);
  expect([first?.status, second?.status].sort()).toEqual([200, 409]);
  expect((await ask(proposalId, 60)).body).toEqual({ refused: 'VOTE_EXISTS' });
});

test('the same opening sent twice at once is one opening with one answer', async () => {
  await stage.residents(5);
  const proposalId = await stage.matter();
  const chair = await stage.person({ roles: ['chair'] });
  const input = { proposalId, question: '是否同意', resolution: '同意。', closesAt: '2026-11-24T02:00:00.000Z' };
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => stage.call('openVote', input, { as: chair, key: 'same-opening' })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('the counts of a vote are those of its ballots', async () => {
  const people = await stage.residents(40);
  const { voteId, closesAt } = await stage.openVote();
  const expected: Counts = { for: 0, against: 0, abstain: 0 };
  await Promise.all(
    people.map(async ({ personId }) => {
      const choice = (['for', 'against', 'abstain'] as const)[Math.floor(Math.random() * 3)] ?? 'for';
      expected[choice] += 1;
      await stage.call('castVote', { voteId, choice }, { as: personId });
    }),
  );
  stage.world.now = endOf(closesAt, 10_000);
  await stage.call('settleVote', { voteId }, { as: await stage.person({ roles: ['worker'] }) });
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({
    result: { counts: expected, base: 40, taken: 40 },
  });
});

test('the page of a vote costs the same at ten ballots and at three hundred, while it is open and when it is decided', async () => {
  const unitsAt = async (ballots: number) => {
    stage = stageVotes(engine.endpoint);
    const people = await stage.residents(ballots);
    const { voteId, closesAt } = await stage.openVote();
    for (const { personId } of people) await stage.call('castVote', { voteId, choice: 'for' }, { as: personId });
    const as = people[0]?.personId ?? '';
    const open = (await stage.call('readVote', { voteId }, { as })).units.read;
    await stage.settle(closesAt);
    const { body, units } = await stage.call('readVote', { voteId }, { as });
    expect(body).toMatchObject({ result: { counts: { for: ballots } } });
    stage.close();
    return [open, units.read];
  };
  expect(await unitsAt(300)).toEqual(await unitsAt(10));
}, 60_000);

test('whoever cast a named ballot is shown the mark that stands, also after another phone of theirs put a new one; nobody else is', async () => {
  const [{ personId = '', householdId = '' } = {}] = await stage.residents(3);
  const { voteId } = await stage.openVote();
  const spouse = await stage.person({ householdId });
  const markOf = async (as: string) =>
    ((await stage.call('readVote', { voteId }, { as })).body['mine'] as { mark?: string }).mark;
  for (const mark of ['a'.repeat(64), 'b'.repeat(64)]) {
    await stage.call('castVote', { voteId, choice: 'for', mark }, { as: personId });
    expect(await markOf(personId)).toBe(mark);
  }
  expect(await markOf(spouse)).toBeUndefined();
});
