import { startTables, type TestTables } from '@gongzhi/local/test-tables';
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
  await stage.openVote(proposalId, new Date(stage.world.now.getTime() + 30 * MINUTE));
  expect((await stage.call('supportProposal', { proposalId }, { as: people[5]?.personId ?? '' })).body).toEqual({
    refused: 'NOT_DISCUSSING',
  });
  expect((await stage.call('readProposal', { proposalId }, { as: author })).body).toMatchObject({
    supports: 5,
    mine: { author: true, supported: true },
  });
});

test('an emoji-only title is told so, and nothing is written', async () => {
  const as = await stage.person();
  const answer = await stage.call('fileProposal', { ...PROPOSAL, title: '🎉🎉' }, { as });
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({ issues: [{ path: ['title'], message: '标题要有文字，不能只有表情或符号' }] });
  expect((await stage.call('listMyProposals', {}, { as })).body).toEqual({ items: [] });
});
