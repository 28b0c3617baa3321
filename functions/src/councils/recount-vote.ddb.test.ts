import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Choice, Counts } from '@gongzhi/shared/councils/model';
import { followStream } from './count-turnout';
import { stageCouncil, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
let householdId: string[];
let people: string[][];
let chair: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils']);
  stage = stageCouncil(engine.endpoint);
  const residents = await stage.residents(8);
  householdId = residents.map((resident) => resident.householdId);
  // three phones in each household
  people = await Promise.all(
    residents.map(async (resident) => [
      resident.personId,
      ...(await Promise.all([1, 2].map(() => stage.person(resident)))),
    ]),
  );
  chair = await stage.person({ roles: ['chair'] });
  await stage.repo.settings.create(
    stage.communityId,
    { supportThreshold: 1, shortestVoteMinutes: 1, longestVoteDays: 30, ruleId: 'council-household-2026-1' },
    'e',
  );
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

const open = async () => {
  const text = { title: '健身器材', grounds: '旧了。', recommendations: [{ title: '更换', body: '换新的。' }] };
  const author = await stage.person();
  const proposalId = (await stage.call('fileProposal', text, { as: author })).body['id'];
  const closesAt = new Date(stage.world.now.getTime() + 60_000).toISOString();
  const { body } = await stage.call(
    'openVote',
    { proposalId, question: '换不换', resolution: '换。', closesAt },
    { as: chair },
  );
  return { voteId: body['voteId'] as string, closesAt: new Date(closesAt) };
};

interface Act {
  household: number;
  phone: number;
  choice: Choice;
  /** Milliseconds to the end; zero or less is too late. */
  before: number;
  repeats: number;
}
const act: fc.Arbitrary<Act> = fc.record({
  household: fc.nat(7),
  phone: fc.nat(2),
  choice: fc.constantFrom<Choice>('for', 'against', 'abstain'),
  before: fc.oneof(fc.integer({ min: 1, max: 59_000 }), fc.integer({ min: -5, max: 1 })),
  repeats: fc.integer({ min: 1, max: 3 }),
});

const countsOf = (choices: Iterable<{ choice: Choice }>): Counts => {
  const counts: Counts = { for: 0, against: 0, abstain: 0 };
  for (const { choice } of choices) counts[choice] += 1;
  return counts;
};
/** Tries every act in the order of time; resolves to what each answered, what it should have, and the ballots that stand by the plainest reading of the rules. */
const tryAll = async (voteId: string, closesAt: Date, acts: readonly Act[]) => {
  const first = new Map<number, Act>();
  const statuses: [got: number, expected: number][] = [];
  const answerTo = ({ household, phone, choice }: Act) => {
    const stands = first.get(household);
    return stands?.phone === phone && stands.choice === choice ? 200 : 409;
  };
  for (const one of [...acts].sort((a, b) => b.before - a.before)) {
    stage.world.now = new Date(closesAt.getTime() - one.before);
    if (one.before > 0 && !first.has(one.household)) first.set(one.household, one);
    const expected = answerTo(one);
    for (let i = 0; i < one.repeats; i += 1) {
      const { status } = await stage.call(
        'castVote',
        { voteId, choice: one.choice },
        { as: people[one.household]?.[one.phone] ?? '' },
      );
      statuses.push([status, expected]);
    }
  }
  return { first, statuses };
};

test('whatever is tried, by several phones, again, too late: the result is the first ballot of each household that came in time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      const { voteId, closesAt } = await open();
      const { first, statuses } = await tryAll(voteId, closesAt, acts);
      expect(statuses.map(([got]) => got)).toEqual(statuses.map(([, expected]) => expected));
      stage.world.now = new Date(closesAt.getTime() + 10_000);
      await stage.call('settleVote', { voteId }, { as: chair });
      expect((await stage.call('readVote', { voteId })).body).toMatchObject({
        turnout: first.size,
        result: { counts: countsOf(first.values()), base: 8, taken: first.size },
      });
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('the live turnout equals the recount at the close', async () => {
  const { voteId, closesAt } = await open();
  const pk = `${stage.communityId}#v#${voteId}#b`;
  const voters = people.slice(0, 5).map(([person = '']) => person);
  await Promise.all(
    voters.map((as, i) => stage.call('castVote', { voteId, choice: i % 2 ? 'for' : 'abstain' }, { as })),
  );
  const Records = voters.map((_, i) => ({
    eventName: 'INSERT' as const,
    dynamodb: { SequenceNumber: String(100 + i), Keys: { pk: { S: pk }, sk: { S: householdId[i] ?? '' } } },
  }));
  await followStream({ repo: stage.repo })({ Records });
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({ phase: 'open', turnout: 5 });
  stage.world.now = new Date(closesAt.getTime() + 10_000);
  await stage.call('settleVote', { voteId }, { as: chair });
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({
    turnout: 5,
    result: { taken: 5, counts: { for: 2, against: 0, abstain: 3 } },
  });
  expect(await stage.repo.turnout.read(stage.communityId, voteId)).toMatchObject({ n: 5 });
});
