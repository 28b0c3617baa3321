import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { TABLES, stageProcedures, type Stage } from './test-procedures';

let engine: TestTables;
let stage: Stage;
let proposalId: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageProcedures(engine.endpoint);
  proposalId = await stage.matter();
});
afterEach(() => stage.close());

const records = async () =>
  ((await stage.call('listRecords', { proposalId })).body as { items: { facts: object }[] }).items;
const rev = async () => (await stage.repo.ways.read(stage.communityId, proposalId)).way?.rev;

it('an event that comes five times at once is written down once', async () => {
  const eventId = stage.id();
  const once = () =>
    stage.hear('meetings.matter-heard', proposalId, { kind: 'council', quorate: true, present: 7 }, eventId);
  await Promise.all([once(), once(), once(), once(), once()]);
  await once();
  expect(await records()).toHaveLength(1);
  expect(await rev()).toBe(1);
});

it('events of different kinds at once are all written down: none overwrites another', async () => {
  await Promise.all([
    stage.hear('meetings.matter-heard', proposalId, { kind: 'council', quorate: true, present: 7 }),
    stage.hear('votes.vote-opened', proposalId, { voteId: stage.id(), force: 'council' }),
    stage.hear('resolutions.completed', proposalId, { tasks: 2 }),
  ]);
  const { way } = await stage.repo.ways.read(stage.communityId, proposalId);
  expect(Object.keys(way?.evidence ?? {}).sort()).toEqual(['completed', 'heard', 'supporters']);
  expect(await records()).toHaveLength(3);
});

it('a vote that passed begins the days of its result; the tasks and the review end the way', async () => {
  const voteId = stage.id();
  await stage.hear('meetings.matter-heard', proposalId, { kind: 'council', quorate: true, present: 7 });
  const worker = await stage.person(['worker']);
  await stage.call('publishNotice', { proposalId, gateId: 'publicity', text: '方案' }, { as: worker });
  stage.wait(4);
  await stage.hear('votes.vote-opened', proposalId, { voteId, force: 'council' });
  expect(await stage.gate(proposalId, 'supporters')).toMatchObject({
    evidence: { facts: { supports: 5, threshold: 5 } },
  });
  await stage.hear('votes.vote-decided', proposalId, { voteId, outcome: 'passed', for: 20, against: 1 });
  // decided on a Friday: Monday, Tuesday, Wednesday
  expect(await stage.gate(proposalId, 'result')).toMatchObject({
    state: 'closed',
    earliest: '2026-12-02T16:00:00.000Z',
  });
  stage.wait(7);
  expect(await stage.way(proposalId)).toMatchObject({ nextStep: { stageId: 'carry' } });
  await stage.hear('resolutions.completed', proposalId, { tasks: 1 });
  await stage.hear('resolutions.reviewed', proposalId, { helped: 3 });
  const way = await stage.way(proposalId);
  expect(way.nextStep).toBeUndefined();
  expect(way.stages.map(({ state }) => state)).toEqual(way.stages.map(() => 'done'));
});

it.each(['rejected', 'noQuorum'])('a vote that ended %s ends the way, and the page says so', async (outcome) => {
  await stage.hear('votes.vote-decided', proposalId, { voteId: stage.id(), outcome });
  const { way } = await stage.repo.ways.read(stage.communityId, proposalId);
  expect(way).toMatchObject({ ended: outcome, evidence: {} });
});

it('a poll opened on a matter without a procedure makes it a poll’s way, named as one that decides nothing', async () => {
  await stage.hear('votes.vote-opened', proposalId, { voteId: stage.id(), force: 'advisory' });
  await stage.hear('votes.vote-decided', proposalId, { voteId: stage.id(), outcome: 'advisory' });
  const way = await stage.way(proposalId);
  expect(way).toMatchObject({ procedureId: 'poll-2026-1', force: 'advisory' });
  expect(way.nextStep).toBeUndefined();
});

it('what is no event of a matter here is let by', async () => {
  await stage.hear('meetings.matter-heard', 'not-an-id', { quorate: true });
  await stage.hear('meetings.matter-heard', stage.id(), { quorate: true });
  expect(await rev()).toBeUndefined();
});
