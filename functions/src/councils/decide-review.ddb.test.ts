import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { stageCouncil, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
let author: string;
let worker: string;
let other: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageCouncil(engine.endpoint);
  [author, worker, other] = (await Promise.all([
    stage.person(),
    stage.person({ roles: ['worker'] }),
    stage.person(),
  ])) as [string, string, string];
});
afterEach(() => stage.close());

const PROPOSAL = {
  title: '楼道照明',
  grounds: '三号楼的灯坏了。',
  recommendations: [{ title: '换灯', body: '换成声控灯。' }],
};
const idOf = ({ body }: { body: Record<string, unknown> }) => body['id'] as string;
const file = (extra = {}) => stage.call('fileProposal', { ...PROPOSAL, ...extra }, { as: author });
const decide = (reviewId: string, publish: boolean, as = worker) =>
  stage.call('decideReview', { reviewId, publish, ...(publish ? {} : { reason: '请去掉他人姓名' }) }, { as });
const itemsOf = ({ body }: { body: Record<string, unknown> }) => body['items'] as Record<string, unknown>[];

test('the check is asked for the whole text in the name of its author', async () => {
  await file();
  expect(stage.world.checked).toEqual([
    { personId: author, title: '楼道照明', text: '三号楼的灯坏了。\n换灯\n换成声控灯。' },
  ]);
});

test.each([
  ['a text the machine passes is public at once', { suggest: 'pass', label: 100 }, 'published'],
  ['a text it would have reviewed waits', { suggest: 'review', label: 20006 }, 'waiting'],
  ['a text it calls risky for politics waits for a person', { suggest: 'risky', label: 20001 }, 'waiting'],
  ['a text that could not be checked waits and is not lost', 'unavailable', 'waiting'],
] as const)('%s', async (_, check, state) => {
  stage.world.check = check;
  const filed = await file();
  expect(filed).toMatchObject({ status: 200, body: { state } });
  expect(itemsOf(await stage.call('listProposals'))).toHaveLength(state === 'published' ? 1 : 0);
  expect(itemsOf(await stage.call('listReviews', {}, { as: worker }))).toHaveLength(state === 'published' ? 0 : 1);
  expect(itemsOf(await stage.call('listMyProposals', {}, { as: author }))).toMatchObject([
    { proposalId: idOf(filed), state, supports: 1 },
  ]);
});

test('a text it calls risky for another reason is refused with the reason, and waits when its author asks for a person', async () => {
  stage.world.check = { suggest: 'risky', label: 10001 };
  expect(await file()).toMatchObject({ status: 409, body: { refused: 'TEXT_RISKY', facts: { reason: '疑似广告' } } });
  expect(itemsOf(await stage.call('listMyProposals', {}, { as: author }))).toEqual([]);
  expect(await file({ askReview: true })).toMatchObject({ status: 200, body: { state: 'waiting' } });
});

test('a waiting proposal is there for its author and the workers, and for nobody else', async () => {
  stage.world.check = { suggest: 'review', label: 20001 };
  const proposalId = idOf(await file());
  const seen = { stage: 'waiting', title: '楼道照明', mine: { supported: true } };
  expect((await stage.call('readProposal', { proposalId }, { as: author })).body).toMatchObject({
    ...seen,
    mine: { author: true },
  });
  expect((await stage.call('readProposal', { proposalId }, { as: worker })).body).toMatchObject({
    stage: 'waiting',
    mine: { author: false, supported: false },
  });
  expect((await stage.call('readProposal', { proposalId }, { as: other })).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await stage.call('readProposal', { proposalId })).body).toEqual({ refused: 'NOT_FOUND' });
  for (const [name, input] of [
    ['supportProposal', {}],
    ['addPoint', { column: 'for', body: '好' }],
  ] as const) {
    expect((await stage.call(name, { proposalId, ...input }, { as: other })).body).toEqual({ refused: 'NOT_FOUND' });
  }
  expect((await stage.call('listPoints', { proposalId, column: 'for', order: 'newest' })).body).toEqual({
    refused: 'NOT_FOUND',
  });
});

test('a worker reads the whole waiting text and why it waits, and publishes it once', async () => {
  stage.world.check = 'unavailable';
  const proposalId = idOf(await file());
  expect(itemsOf(await stage.call('listReviews', {}, { as: worker }))).toMatchObject([
    {
      reviewId: proposalId,
      kind: 'proposal',
      title: '楼道照明',
      body: '三号楼的灯坏了。\n换灯\n换成声控灯。',
      label: '还没有检查',
    },
  ]);
  const answers = await Promise.all([decide(proposalId, true), decide(proposalId, false)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toEqual({ refused: 'ALREADY_DECIDED' });
  expect((await decide(proposalId, true)).body).toEqual({ refused: 'ALREADY_DECIDED' });
  expect((await decide(stage.id(), true)).body).toEqual({ refused: 'NOT_FOUND' });
  const decisions = (await stage.events(proposalId)).filter(({ type }) => type.startsWith('councils.text-'));
  expect(decisions).toHaveLength(1);
  expect(itemsOf(await stage.call('listReviews', {}, { as: worker }))).toEqual([]);
});

test('the same decision sent twice at once is one decision with one answer', async () => {
  stage.world.check = 'unavailable';
  const proposalId = idOf(await file());
  const send = () =>
    stage.call('decideReview', { reviewId: proposalId, publish: true }, { as: worker, key: 'same-decision' });
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.map(({ body }) => body)).toEqual(answers.map(() => answers[0]?.body));
  expect(itemsOf(await stage.call('listProposals'))).toMatchObject([
    { proposalId, stage: 'gathering', supports: 1, authorName: '某位居民' },
  ]);
});

test('a refused proposal shows its author the reason; a refusal without one is not accepted', async () => {
  stage.world.check = { suggest: 'review', label: 20003 };
  const proposalId = idOf(await file());
  const without = await stage.call('decideReview', { reviewId: proposalId, publish: false }, { as: worker });
  expect(without).toMatchObject({
    status: 400,
    body: { issues: [{ path: ['reason'], message: '请写明不公开的理由' }] },
  });
  await decide(proposalId, false);
  expect((await stage.call('readProposal', { proposalId }, { as: author })).body).toMatchObject({
    stage: 'refused',
    reason: '请去掉他人姓名',
  });
  expect((await stage.call('readProposal', { proposalId }, { as: other })).body).toEqual({ refused: 'NOT_FOUND' });
  expect(itemsOf(await stage.call('listMyProposals', {}, { as: author }))).toMatchObject([
    { proposalId, state: 'refused', stage: 'refused' },
  ]);
  expect(itemsOf(await stage.call('listProposals'))).toEqual([]);
  expect(JSON.stringify(await stage.events(proposalId))).not.toMatch(/[\u4e00-\u9fff]/);
});

test('only workers see or decide what waits', async () => {
  stage.world.check = 'unavailable';
  const proposalId = idOf(await file());
  expect((await stage.call('listReviews', {}, { as: author })).body).toEqual({ refused: 'NOT_ELIGIBLE' });
  expect((await decide(proposalId, true, author)).body).toEqual({ refused: 'NOT_ELIGIBLE' });
});

test('a waiting point stands above the list for its author alone, and takes its place when it is published', async () => {
  const proposalId = idOf(await file());
  stage.world.check = { suggest: 'review', label: 20003 };
  const pointId = idOf(
    await stage.call('addPoint', { proposalId, column: 'concern', body: '会不会太亮' }, { as: author }),
  );
  const list = (as?: string) =>
    stage.call('listPoints', { proposalId, column: 'concern', order: 'newest' }, as ? { as } : {});
  expect(itemsOf(await list(author))).toMatchObject([{ pointId, state: 'waiting', body: '会不会太亮' }]);
  expect(itemsOf(await list(other))).toEqual([]);
  expect(
    itemsOf(await stage.call('listPoints', { proposalId, column: 'for', order: 'newest' }, { as: author })),
  ).toEqual([]);
  expect((await stage.call('endorsePoint', { proposalId, pointId }, { as: other })).body).toEqual({
    refused: 'NOT_FOUND',
  });
  expect(itemsOf(await stage.call('listReviews', {}, { as: worker }))).toMatchObject([
    { reviewId: pointId, kind: 'point', title: '楼道照明', body: '会不会太亮' },
  ]);
  await decide(pointId, true);
  expect(itemsOf(await list(other))).toMatchObject([{ pointId, state: 'published', authorId: author }]);
  expect(itemsOf(await list(author))).toMatchObject([{ pointId, state: 'published' }]);
  expect((await stage.call('readProposal', { proposalId })).body).toMatchObject({ points: 1 });
  const history = (await stage.events(proposalId)).map(
    ({ type, data }) => `${type} ${String(data['textId'] ?? data['pointId'] ?? '')}`,
  );
  expect(history.sort()).toEqual([
    `councils.point-added ${pointId}`,
    'councils.proposal-filed ',
    `councils.text-published ${pointId}`,
  ]);
});

test('a refused point stays with its author, with the reason', async () => {
  const proposalId = idOf(await file());
  stage.world.check = { suggest: 'review', label: 20003 };
  const pointId = idOf(
    await stage.call('addPoint', { proposalId, column: 'question', body: '某某为什么不来' }, { as: author }),
  );
  await decide(pointId, false);
  const points = await stage.call('listPoints', { proposalId, column: 'question', order: 'endorsed' }, { as: author });
  expect(itemsOf(points)).toMatchObject([
    { pointId, state: 'refused', reason: '请去掉他人姓名', body: '某某为什么不来' },
  ]);
  expect(
    itemsOf(await stage.call('listPoints', { proposalId, column: 'question', order: 'endorsed' }, { as: other })),
  ).toEqual([]);
  expect((await stage.call('readProposal', { proposalId })).body).toMatchObject({ points: 0 });
});

test('a waiting reply is seen by its author under the point, and by all once it is published', async () => {
  const proposalId = idOf(await file());
  const pointId = idOf(await stage.call('addPoint', { proposalId, column: 'for', body: '支持换灯' }, { as: author }));
  stage.world.check = 'unavailable';
  const replyId = idOf(await stage.call('replyToPoint', { proposalId, pointId, body: '我家也坏了' }, { as: other }));
  const list = (as: string) => stage.call('listReplies', { proposalId, pointId }, { as });
  expect(itemsOf(await list(other))).toMatchObject([{ replyId, state: 'waiting' }]);
  expect(itemsOf(await list(author))).toEqual([]);
  await decide(replyId, true);
  expect(itemsOf(await list(author))).toMatchObject([{ replyId, state: 'published', body: '我家也坏了' }]);
  expect(itemsOf(await stage.call('listPoints', { proposalId, column: 'for', order: 'newest' }))).toMatchObject([
    { pointId, replies: 1 },
  ]);
});
