import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Check } from '@gongzhi/shared/kernel/text-rules';
import { stageCouncil, type Name, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
// Without its stream, which nothing here reads: the engine slows down with every record it keeps for one.
const COUNCILS = {
  name: 'councils',
  pk: 'pk',
  sk: 'sk',
  indexes: [
    { name: 'byEndorsed', pk: 'gpk', sk: 'gsk', only: [] },
    { name: 'byDue', pk: 'due', sk: 'closesAt', only: [] },
  ],
};
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', COUNCILS]);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageCouncil(engine.endpoint);
});
afterEach(() => stage.close());

const PASS: Check = { suggest: 'pass', label: 100 };
const REVIEW: Check = { suggest: 'review', label: 20003 };
const SMALL = {
  title: '小区绿化',
  grounds: '草坪缺人养护。',
  recommendations: [{ title: '补种', body: '春天补种。' }],
};
// the most a person may write: characters of four bytes up to the body limit
const FULL = '𠮷'.repeat(500);
const LARGE = {
  title: '𠮷'.repeat(60),
  grounds: '𠮷'.repeat(5_000),
  recommendations: Array.from({ length: 10 }, () => ({ title: '𠮷'.repeat(60), body: '𠮷'.repeat(2_000) })),
};

/** A call that must succeed within the write units its contract promises; resolves to its answer. */
const within = async (name: Name, input: Record<string, unknown>, as: string) => {
  const answer = await stage.call(name, input, { as });
  expect({ name, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  const route = councils[name] as { units?: number };
  expect({ name, write: answer.units.write }).toEqual({ name, write: expect.any(Number) as number });
  expect(answer.units.write).toBeGreaterThan(0);
  expect(answer.units.write).toBeLessThanOrEqual(route.units ?? 8);
  return answer;
};

test('every command stays within the write units of its contract, with the longest texts too', async () => {
  const people = await stage.residents(300, 10);
  const one = (i: number) => people[i]?.personId ?? '';
  const worker = await stage.person({ roles: ['worker'] });
  const proposalId = (await within('fileProposal', { ...SMALL, title: '𠮷'.repeat(60) }, one(0))).body['id'] as string;
  for (const i of [1, 2, 3, 4, 5, 6])
    expect((await within('supportProposal', { proposalId }, one(i))).units.write).toBe(7);
  const point = await within('addPoint', { proposalId, column: 'for', body: FULL }, one(1));
  const pointId = point.body['id'] as string;
  expect((await within('endorsePoint', { proposalId, pointId }, one(2))).units.write).toBe(7);
  await within('replyToPoint', { proposalId, pointId, body: FULL }, one(3));

  stage.world.check = REVIEW;
  for (const publish of [true, false]) {
    const ids = [
      await within('addPoint', { proposalId, column: 'for', body: FULL }, one(1)),
      await within('replyToPoint', { proposalId, pointId, body: FULL }, one(2)),
      await within('fileProposal', { ...SMALL, grounds: '𠮷'.repeat(5_000) }, one(3)),
    ].map(({ body }) => body['id'] as string);
    for (const reviewId of ids)
      await within('decideReview', { reviewId, publish, ...(publish ? {} : { reason: '不妥' }) }, worker);
  }
  stage.world.check = PASS;
});

test('the longest proposal a body can carry is filed within its units, and read back whole', async () => {
  const as = await stage.person();
  const recommendations = LARGE.recommendations
    .slice(0, 10)
    .map((r, i) => ({ ...r, body: r.body.slice(0, i < 9 ? 4_000 : 2) }));
  const fits = { ...LARGE, recommendations };
  const bytes = Buffer.byteLength(JSON.stringify(fits));
  const cut = Math.max(0, bytes - 131_072 + 64);
  fits.grounds = fits.grounds.slice(0, fits.grounds.length - Math.ceil(cut / 4) * 2);
  expect(Buffer.byteLength(JSON.stringify(fits))).toBeLessThanOrEqual(131_072);
  const filed = await within('fileProposal', fits, as);
  expect((await stage.call('readProposal', { proposalId: filed.body['id'] })).body).toMatchObject({
    grounds: fits.grounds,
    recommendations: fits.recommendations,
  });
  expect(
    (await stage.call('fileProposal', { ...fits, grounds: '𠮷'.repeat(5_000), extra: 'x'.repeat(9_000) }, { as }))
      .status,
  ).not.toBe(200);
});

/** `count` of everything that is listed: proposals, one person's own, points of one column, replies, texts that wait. */
const fillWith = async (it: Stage, count: number) => {
  const { communityId, repo } = it;
  const authorId = await it.person();
  const worker = await it.person({ roles: ['worker'] });
  const at = it.world.now.toISOString();
  const author = { authorId, authorName: '某位居民' };
  const proposalId = it.id();
  const ids = { communityId, proposalId };
  const text = { ...SMALL, ...author, filedAt: at, threshold: 5 };
  const pointId = it.id();
  const words = () => ({ id: it.id(), body: '同意', ...author, at });
  const one = () => {
    const id = it.id();
    return [
      ...repo.proposals.fileWrites({ ...text, communityId, proposalId: id }).slice(1, 2),
      repo.proposals.publishWrite(communityId, id, text, at),
      ...repo.points.pointWrites(ids, 'for', words()),
      ...repo.points.replyWrites(ids, pointId, words()).slice(0, 1),
      ...repo.texts.waitWrites(communityId, {
        kind: 'point',
        sk: it.id(),
        column: 'concern',
        body: '同意',
        title: '小区绿化',
        proposalId,
        label: 20003,
        askedAt: at,
        ...author,
      }),
    ];
  };
  const fixed = [
    ...repo.proposals.fileWrites({ ...text, communityId, proposalId }),
    repo.proposals.publishWrite(communityId, proposalId, text, at),
    ...repo.points.pointWrites(ids, 'question', { ...words(), id: pointId }),
  ];
  await it.fill([...fixed, ...Array.from({ length: count }, one).flat()]);
  const reads: [Name, Record<string, unknown>, string?][] = [
    ['listProposals', {}],
    ['listMyProposals', {}, authorId],
    ['readProposal', { proposalId }, authorId],
    ['listPoints', { proposalId, column: 'for', order: 'newest' }, authorId],
    ['listPoints', { proposalId, column: 'for', order: 'endorsed' }, authorId],
    ['listPoints', { proposalId, column: 'concern', order: 'newest' }, authorId],
    ['listReplies', { proposalId, pointId }, authorId],
    ['listReviews', {}, worker],
  ];
  const units: Record<string, number> = {};
  for (const [name, input, as] of reads) {
    const answer = await it.call(name, input, as ? { as } : {});
    expect({ name, status: answer.status }).toEqual({ name, status: 200 });
    units[`${name} ${Object.values(input).join(' ')}`.replaceAll(proposalId, 'P').replaceAll(pointId, 'Q')] =
      answer.units.read;
  }
  return units;
};

test('every read costs the same at a page of records and at a thousand', async () => {
  const few = await fillWith(stage, 25);
  const other = stageCouncil(engine.endpoint);
  const many = await fillWith(other, 1_000);
  other.close();
  expect(many).toEqual(few);
  expect(Math.max(...Object.values(many))).toBeLessThanOrEqual(50);
}, 120_000);

test('lists of proposals come in pages of twenty, newest first, and end without an empty page', async () => {
  const text = {
    ...SMALL,
    authorId: stage.id(),
    authorName: '某位居民',
    filedAt: stage.world.now.toISOString(),
    threshold: 5,
  };
  const filed: string[] = [];
  for (let i = 0; i < 40; i += 1) {
    stage.world.now = new Date(stage.world.now.getTime() + 1);
    filed.push(stage.id());
  }
  await stage.fill(filed.map((id) => stage.repo.proposals.publishWrite(stage.communityId, id, text, text.filedAt)));
  const first = await stage.call('listProposals');
  const second = await stage.call('listProposals', { cursor: first.body['next'] });
  const idsIn = ({ body }: typeof first) =>
    (body['items'] as { proposalId: string }[]).map(({ proposalId }) => proposalId);
  expect([...idsIn(first), ...idsIn(second)]).toEqual([...filed].reverse());
  expect([idsIn(first).length, second.body['next']]).toEqual([20, undefined]);
});
