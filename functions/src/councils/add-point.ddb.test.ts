import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { COUNCIL_DEFAULTS } from '@gongzhi/shared/councils/rule-sets';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { stageCouncil, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
let people: { personId: string }[];
let proposalId: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils']);
});
afterAll(() => engine.stop());

const PROPOSAL = {
  title: '电动车棚',
  grounds: '车停在楼道里不安全。',
  recommendations: [{ title: '建棚', body: '在东门建一座。' }],
};
const idOf = ({ body }: { body: Record<string, unknown> }) => body['id'] as string;
const itemsOf = ({ body }: { body: Record<string, unknown> }) => body['items'] as Record<string, unknown>[];
const one = (i: number) => people[i]?.personId ?? '';
const add = (body: string, as = one(0), column = 'for') => stage.call('addPoint', { proposalId, column, body }, { as });
const endorse = (pointId: string, as: string) => stage.call('endorsePoint', { proposalId, pointId }, { as });
const list = (order: string, cursor?: unknown, as?: string) =>
  stage.call('listPoints', { proposalId, column: 'for', order, ...(cursor ? { cursor } : {}) }, as ? { as } : {});

beforeEach(async () => {
  stage = stageCouncil(engine.endpoint);
  people = await stage.residents(12);
  proposalId = idOf(await stage.call('fileProposal', PROPOSAL, { as: one(0) }));
});
afterEach(() => stage.close());

test('columns stay apart and count together on the proposal', async () => {
  await add('晚上安全', one(0), 'for');
  await add('太贵', one(1), 'concern');
  await add('谁来管', one(2), 'question');
  for (const [column, body] of [
    ['for', '晚上安全'],
    ['concern', '太贵'],
    ['question', '谁来管'],
  ]) {
    expect(itemsOf(await stage.call('listPoints', { proposalId, column, order: 'newest' }))).toMatchObject([
      { column, body, endorsements: 0, replies: 0 },
    ]);
  }
  expect(itemsOf(await stage.call('listProposals'))).toMatchObject([{ points: 3 }]);
});

test('twelve endorsements of one point at once are all counted, each person once', async () => {
  const pointId = idOf(await add('好'));
  const answers = await Promise.all(people.map(({ personId }) => endorse(pointId, personId)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect((await endorse(pointId, one(3))).body).toEqual({ refused: 'ALREADY_DONE' });
  expect(itemsOf(await list('newest', undefined, one(3)))).toMatchObject([{ endorsements: 12, endorsedByMe: true }]);
  expect(itemsOf(await list('newest'))).toMatchObject([{ endorsements: 12, endorsedByMe: false }]);
  expect((await stage.events(proposalId)).filter(({ type }) => type === 'councils.point-endorsed')).toHaveLength(12);
});

test('the most endorsed stand first, the newest of equals before the older', async () => {
  const ids: string[] = [];
  for (const body of ['甲', '乙', '丙']) {
    stage.world.now = new Date(stage.world.now.getTime() + MINUTE);
    ids.push(idOf(await add(body)));
  }
  const [a = '', b = '', c = ''] = ids;
  await endorse(a, one(1));
  await endorse(a, one(2));
  expect(await stage.rank(proposalId, a, b, c)).toEqual([]);
  expect(itemsOf(await list('endorsed')).map(({ pointId }) => pointId)).toEqual([a, c, b]);
  expect(itemsOf(await list('newest')).map(({ pointId }) => pointId)).toEqual([c, b, a]);
});

test.each(['newest', 'endorsed'])(
  'forty-five points come in pages of twenty, each once, in the order %s',
  async (order) => {
    const ids = { communityId: stage.communityId, proposalId };
    const writes = Array.from({ length: 45 }, (_, i) => {
      const id = `${stage.id().slice(0, 24)}${String(i).padStart(2, '0')}`;
      return stage.repo.points.pointWrites(ids, 'for', {
        id,
        body: `第${i}条`,
        authorId: one(0),
        authorName: '某位居民',
        at: stage.world.now.toISOString(),
      });
    });
    await stage.fill(writes.flat());
    const seen: unknown[] = [];
    let cursor: unknown;
    const sizes: number[] = [];
    do {
      const answer = await list(order, cursor);
      seen.push(...itemsOf(answer).map(({ pointId }) => pointId));
      sizes.push(itemsOf(answer).length);
      cursor = answer.body['next'];
    } while (cursor);
    expect(sizes).toEqual([20, 20, 5]);
    expect(new Set(seen).size).toBe(45);
  },
);

test('a cursor that was changed, or belongs to another list, is refused', async () => {
  const ids = { communityId: stage.communityId, proposalId };
  await stage.fill(
    Array.from({ length: 21 }, () =>
      stage.repo.points.pointWrites(ids, 'for', {
        id: stage.id(),
        body: '好',
        authorId: one(0),
        authorName: '',
        at: stage.world.now.toISOString(),
      }),
    ).flat(),
  );
  const next = (await list('newest')).body['next'] as string;
  expect(itemsOf(await list('newest', next))).toHaveLength(1);
  const changed = `${next.slice(0, 5)}${next[5] === 'A' ? 'B' : 'A'}${next.slice(6)}`;
  expect((await list('newest', changed)).body).toEqual({ refused: 'BAD_CURSOR' });
  expect((await list('endorsed', next)).body).toEqual({ refused: 'BAD_CURSOR' });
  expect((await stage.call('listProposals', { cursor: next })).body).toEqual({ refused: 'BAD_CURSOR' });
});

test('a reply stands under its point, oldest first, and has no replies of its own', async () => {
  const pointId = idOf(await add('好'));
  const reply = (to: string, body: string) =>
    stage.call('replyToPoint', { proposalId, pointId: to, body }, { as: one(1) });
  const first = idOf(await reply(pointId, '同意'));
  stage.world.now = new Date(stage.world.now.getTime() + MINUTE);
  await reply(pointId, '也同意');
  expect((await reply(first, '再说一句')).body).toEqual({ refused: 'NO_DEEPER' });
  expect((await reply(stage.id(), '对谁说')).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await endorse(first, one(2))).body).toEqual({ refused: 'NOT_FOUND' });
  expect(itemsOf(await stage.call('listReplies', { proposalId, pointId }))).toMatchObject([
    { body: '同意' },
    { body: '也同意' },
  ]);
  expect((await stage.call('listReplies', { proposalId, pointId: first })).body).toEqual({ refused: 'NOT_FOUND' });
});

test('discussion is open while the vote runs and closes with it', async () => {
  for (const i of [1, 2, 3, 4]) await stage.call('supportProposal', { proposalId }, { as: one(i) });
  const pointId = idOf(await add('好'));
  const closesAt = new Date(stage.world.now.getTime() + 10 * MINUTE);
  await stage.openVote(proposalId, closesAt);
  stage.world.now = new Date(closesAt.getTime() - 1);
  expect((await add('还来得及')).status).toBe(200);
  stage.world.now = closesAt;
  const closed = { refused: 'NOT_DISCUSSING' };
  expect((await add('晚了')).body).toEqual(closed);
  expect((await endorse(pointId, one(5))).body).toEqual(closed);
  expect((await stage.call('replyToPoint', { proposalId, pointId, body: '晚了' }, { as: one(5) })).body).toEqual(
    closed,
  );
});

test('a flood of texts by one person in a day is refused; the next day is a new day', async () => {
  for (let i = 1; i < COUNCIL_DEFAULTS.proposalsPerDay; i += 1)
    await stage.call('fileProposal', PROPOSAL, { as: one(0) });
  expect((await stage.call('fileProposal', PROPOSAL, { as: one(0) })).body).toEqual({ refused: 'TOO_MANY' });
  expect((await add('提案够了，观点还可以说')).status).toBe(200);
  expect((await stage.call('fileProposal', PROPOSAL, { as: one(1) })).status).toBe(200);
  stage.world.now = new Date('2026-11-23T16:00:00.000Z');
  expect((await stage.call('fileProposal', PROPOSAL, { as: one(0) })).status).toBe(200);
});

test('a point sent again with its key is one point; with other words under the key it is refused', async () => {
  const send = (body: string) =>
    stage.call('addPoint', { proposalId, column: 'for', body }, { as: one(0), key: 'one-point' });
  const [first, again] = [await send('好'), await send('好')];
  expect(again).toMatchObject({ status: 200, body: first.body, headers: { 'idempotent-replayed': 'true' } });
  expect((await send('不好')).body).toEqual({ refused: 'KEY_REUSED' });
  expect(itemsOf(await list('newest'))).toHaveLength(1);
});
