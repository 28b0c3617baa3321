import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Counts } from '@gongzhi/shared/councils/model';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { stageCouncil, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils']);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageCouncil(engine.endpoint);
});
afterEach(() => stage.close());

const PROPOSAL = {
  title: '关于设立社区共治议事会的提案',
  grounds: '社区事务多，居民缺少共同商量的地方。',
  recommendations: [
    { title: '设立议事会', body: '每月一次，公开议题。' },
    { title: '公开结果', body: '把决定贴在公告栏。' },
  ],
};
const idOf = ({ body }: { body: Record<string, unknown> }) => body['id'] as string;

/** A proposal of one resident that the next four have brought on the agenda. */
const onAgenda = async (people: { personId: string }[]) => {
  const [author, ...others] = people;
  const proposalId = idOf(await stage.call('fileProposal', PROPOSAL, { as: author?.personId ?? '' }));
  for (const { personId } of others.slice(0, 4)) await stage.call('supportProposal', { proposalId }, { as: personId });
  return proposalId;
};
const openVote = async (proposalId: string, chair: string, minutes = 30) => {
  const closesAt = new Date(stage.world.now.getTime() + minutes * MINUTE).toISOString();
  const opened = await stage.call(
    'openVote',
    { proposalId, question: '是否设立议事会', resolution: '同意设立社区共治议事会。', closesAt },
    { as: chair },
  );
  expect(opened.status).toBe(200);
  return { voteId: opened.body['voteId'] as string, closesAt };
};
const endOf = (closesAt: string, plus: number) => new Date(new Date(closesAt).getTime() + plus);

test('a proposal goes all the way to a published decision, and every step leaves exactly one event', async () => {
  const people = await stage.residents(30);
  const one = (i: number) => people[i]?.personId ?? '';
  const chair = await stage.person({ roles: ['chair'] });
  const proposalId = await onAgenda(people);
  const pointId = idOf(await stage.call('addPoint', { proposalId, column: 'for', body: '早就该有了' }, { as: one(1) }));
  await stage.call('endorsePoint', { proposalId, pointId }, { as: one(2) });
  await stage.call('replyToPoint', { proposalId, pointId, body: '同感' }, { as: one(3) });
  const { voteId, closesAt } = await openVote(proposalId, chair);
  const cast = await Promise.all(
    people
      .slice(0, 28)
      .map(({ personId }, i) =>
        stage.call('castVote', { voteId, choice: i < 20 ? 'for' : i < 26 ? 'against' : 'abstain' }, { as: personId }),
      ),
  );
  expect(cast.map(({ status }) => status)).toEqual(cast.map(() => 200));

  const during = await stage.call('readVote', { voteId }, { as: one(0) });
  expect(during.body).toMatchObject({
    phase: 'open',
    roll: { households: 30 },
    mine: { onRoll: true, voted: true, choice: 'for' },
  });
  expect(JSON.stringify(during.body)).not.toMatch(/counts|against/);

  stage.world.now = endOf(closesAt, 5_000);
  expect((await stage.call('readVote', { voteId })).body).toMatchObject({ phase: 'counting' });
  expect((await stage.call('settleVote', { voteId }, { as: chair })).body).toEqual({ refused: 'NOT_CLOSED' });
  stage.world.now = endOf(closesAt, 10_000);
  expect((await stage.call('settleVote', { voteId }, { as: chair })).body).toMatchObject({ voteId, outcome: 'passed' });

  const after = await stage.call('readVote', { voteId });
  expect(after.body).toMatchObject({
    phase: 'decided',
    turnout: 28,
    result: {
      counts: { for: 20, against: 6, abstain: 2 },
      base: 30,
      taken: 28,
      quorum: { needed: 16, reached: true },
      needed: 15,
      outcome: 'passed',
    },
  });
  expect(after.body['mine']).toBeUndefined();
  expect((after.body['result'] as { decision: string }).decision).toContain('同意设立社区共治议事会。');
  expect((await stage.call('readProposal', { proposalId })).body).toMatchObject({
    stage: 'decided',
    voteId,
    supports: 5,
    points: 1,
  });

  const events = await stage.events(proposalId);
  expect(events.map(({ type }) => type).sort()).toEqual([
    'councils.point-added',
    'councils.point-endorsed',
    'councils.proposal-filed',
    ...Array.from({ length: 4 }, () => 'councils.proposal-supported'),
    'councils.reply-added',
    'councils.vote-decided',
    'councils.vote-opened',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/[\u4e00-\u9fff]/);
});

test.each([2, 16])('%d phones of one household voting at once leave one ballot', async (phones) => {
  const people = await stage.residents(5);
  const householdId = people[0]?.householdId ?? '';
  const family = await Promise.all(Array.from({ length: phones }, () => stage.person({ householdId })));
  const proposalId = await onAgenda(people);
  const { voteId, closesAt } = await openVote(proposalId, await stage.person({ roles: ['chair'] }));
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

test('a ballot asked for again gets the same receipt, even after the end; another choice is refused', async () => {
  const people = await stage.residents(5);
  const voter = people[0]?.personId ?? '';
  const { voteId, closesAt } = await openVote(await onAgenda(people), await stage.person({ roles: ['chair'] }));
  const first = await stage.call('castVote', { voteId, choice: 'for' }, { as: voter, key: 'one-intent' });
  stage.world.now = endOf(closesAt, -1);
  const again = await stage.call('castVote', { voteId, choice: 'for' }, { as: voter, key: 'one-intent' });
  expect(again).toMatchObject({ status: 200, body: first.body });
  expect((await stage.call('castVote', { voteId, choice: 'against' }, { as: voter })).body).toEqual({
    refused: 'HOUSEHOLD_VOTED',
  });
  stage.world.now = endOf(closesAt, 1);
  expect((await stage.call('castVote', { voteId, choice: 'for' }, { as: voter })).body).toEqual(first.body);
  expect((await stage.call('castVote', { voteId, choice: 'against' }, { as: voter })).body).toEqual({
    refused: 'CLOSED',
  });
});

test('the last millisecond counts and the closing instant does not', async () => {
  const people = await stage.residents(5);
  const { voteId, closesAt } = await openVote(await onAgenda(people), await stage.person({ roles: ['chair'] }));
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

test('a household that is not on the frozen roll cannot vote, also one that joined the roll later', async () => {
  const people = await stage.residents(5);
  const { voteId } = await openVote(await onAgenda(people), await stage.person({ roles: ['chair'] }));
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
  });
  expect((await stage.call('castVote', { voteId: stage.id(), choice: 'for' }, { as: late })).body).toEqual({
    refused: 'NOT_FOUND',
  });
});

test('thirty supports at once are all counted, the threshold is crossed once, each leaves one event', async () => {
  const people = await stage.residents(31);
  const proposalId = idOf(await stage.call('fileProposal', PROPOSAL, { as: people[0]?.personId ?? '' }));
  const answers = await Promise.all(
    people.slice(1).map(({ personId }) => stage.call('supportProposal', { proposalId }, { as: personId })),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const head = await stage.repo.proposals.head(stage.communityId, proposalId);
  expect(head).toMatchObject({ supports: 31, agendaAt: stage.world.now.toISOString() });
  const supported = (await stage.events(proposalId)).filter(({ type }) => type === 'councils.proposal-supported');
  expect(new Set(supported.map(({ actor }) => actor)).size).toBe(30);
  expect(supported).toHaveLength(30);
  expect(supported.filter(({ data }) => data['supports'] === 5 && data['onAgenda'])).toHaveLength(1);
});

test('nobody supports twice, supports what is their own, or supports once the vote is open', async () => {
  const people = await stage.residents(6);
  const author = people[0]?.personId ?? '';
  const proposalId = await onAgenda(people);
  expect((await stage.call('supportProposal', { proposalId }, { as: author })).body).toEqual({
    refused: 'OWN_PROPOSAL',
  });
  expect((await stage.call('supportProposal', { proposalId }, { as: people[1]?.personId ?? '' })).body).toEqual({
    refused: 'ALREADY_DONE',
  });
  expect((await stage.call('supportProposal', { proposalId: stage.id() }, { as: author })).body).toEqual({
    refused: 'NOT_FOUND',
  });
  await openVote(proposalId, await stage.person({ roles: ['chair'] }));
  expect((await stage.call('supportProposal', { proposalId }, { as: people[5]?.personId ?? '' })).body).toEqual({
    refused: 'NOT_DISCUSSING',
  });
  expect((await stage.call('readProposal', { proposalId }, { as: author })).body).toMatchObject({
    supports: 5,
    mine: { author: true, supported: true },
  });
});

test('a vote opens only from the agenda, with a roll, within the bounds, and once', async () => {
  const chair = await stage.person({ roles: ['chair', 'resident'] });
  const people = await Promise.all(Array.from({ length: 5 }, async () => ({ personId: await stage.person() })));
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
  const early = idOf(await stage.call('fileProposal', PROPOSAL, { as: chair }));
  expect((await ask(early, 60)).body).toEqual({ refused: 'NOT_ON_AGENDA', facts: { threshold: 5 } });
  const proposalId = await onAgenda(people);
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
  const people = await stage.residents(5);
  const chair = await stage.person({ roles: ['chair'] });
  const proposalId = await onAgenda(people);
  const input = { proposalId, question: '是否同意', resolution: '同意。', closesAt: '2026-11-24T02:00:00.000Z' };
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => stage.call('openVote', input, { as: chair, key: 'same-opening' })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('an emoji-only title is told so, and nothing is written', async () => {
  const as = await stage.person();
  const answer = await stage.call('fileProposal', { ...PROPOSAL, title: '🎉🎉' }, { as });
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({ issues: [{ path: ['title'], message: '标题要有文字，不能只有表情或符号' }] });
  expect((await stage.call('listMyProposals', {}, { as })).body).toEqual({ items: [] });
});

test('the counts of a vote are those of its ballots', async () => {
  const people = await stage.residents(40);
  const { voteId, closesAt } = await openVote(await onAgenda(people), await stage.person({ roles: ['chair'] }));
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
