import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createFollowersOf } from '../kernel/followers';
import { createMatters } from '../kernel/matters';
import { carrySupports, type Carrying } from './carry-supports';
import { followHeads } from './follow-heads';
import { supportKey } from './repo-proposals';
import { stageCouncil, type Stage } from './test-council';

let engine: TestTables;
let stage: Stage;
let chair: string;
let deps: Carrying;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils']);
});
afterAll(() => engine.stop());
const open = async (through?: (client: DynamoDBDocumentClient) => void) => {
  stage = stageCouncil(engine.endpoint, through);
  chair = await stage.person({ roles: ['chair'] });
  const { repo, ledger, world, client } = stage;
  deps = { repo, ledger, followersOf: createFollowersOf(client, 'councils'), clock: () => world.now };
};
beforeEach(() => open());
afterEach(() => stage.close());

const TEXT = {
  grounds: '楼里老人多，上下楼不方便。楼道的灯也坏了。',
  recommendations: [
    { title: '装电梯', body: '先装一部。' },
    { title: '换灯', body: '换成感应灯。' },
    { title: '装扶手', body: '每层都装。' },
  ],
};
const file = async (title: string, author?: string) => {
  const as = author ?? (await stage.person());
  const { body } = await stage.call('fileProposal', { title, ...TEXT }, { as });
  return { proposalId: body['id'] as string, author: as };
};
const support = (proposalId: string, as: string) => stage.call('supportProposal', { proposalId }, { as });
const merge = (proposalId: string, intoId: string, as = chair) =>
  stage.call('mergeMatter', { proposalId, intoId }, { as });
const head = async (proposalId: string) => {
  const item = await stage.repo.proposals.head(stage.communityId, proposalId);
  if (!item) throw new Error('no head');
  return item;
};
const carry = (fromId: string) => carrySupports(deps, stage.communityId, fromId);
const types = async (subject: string) =>
  (await stage.events(subject)).map(({ type }) => type).filter((type) => /merged|split/.test(type));
/** Supports as they lie in the table, many at once. */
const crowd = async (proposalId: string, count: number) => {
  const people = Array.from({ length: count }, () => stage.id());
  await stage.fill(
    people.map((id) =>
      stage.repo.proposals.supportWrite(stage.communityId, proposalId, id, '2026-11-23T01:00:00.000Z'),
    ),
  );
  return people;
};
const supporters = async (proposalId: string) => {
  const followersOf = createFollowersOf(stage.client, 'councils');
  const all: string[] = [];
  let from: string | undefined;
  do {
    const { ids, next } = await followersOf(stage.communityId, proposalId, from);
    all.push(...ids);
    from = next;
  } while (from);
  return all;
};

test('supports follow, each person once; the threshold is reached by them; one event on either matter', async () => {
  const [a, b] = [await file('加装电梯'), await file('老楼要电梯')];
  const both = await stage.person();
  const only = await Promise.all([1, 2, 3].map(() => stage.person()));
  for (const [id, as] of [[a.proposalId, both], [b.proposalId, both], ...only.map((p) => [b.proposalId, p])] as [
    string,
    string,
  ][])
    expect((await support(id, as)).status).toBe(200);
  const merged = await merge(b.proposalId, a.proposalId);
  expect(merged.status).toBe(200);
  expect(merged.units.write).toBeLessThanOrEqual(8);
  await carry(b.proposalId);
  // two authors, one who supported both, three who supported the other alone
  expect((await head(a.proposalId)).supports).toBe(6);
  expect(await head(a.proposalId)).toMatchObject({ agendaAt: expect.any(String) });
  expect((await head(a.proposalId)).carrying).toBeUndefined();
  expect((await supporters(a.proposalId)).sort()).toEqual([a.author, b.author, both, ...only].sort());
  expect([await types(a.proposalId), await types(b.proposalId)]).toEqual([
    ['councils.matters-merged'],
    ['councils.matters-merged'],
  ]);
});

test('a merged matter takes no more support and no vote, and says where it went on', async () => {
  const [a, b] = [await file('加装电梯'), await file('老楼要电梯')];
  await merge(b.proposalId, a.proposalId);
  expect((await support(b.proposalId, await stage.person())).body).toMatchObject({ refused: 'NOT_DISCUSSING' });
  const read = await stage.call('readProposal', { proposalId: b.proposalId });
  expect(read.body).toMatchObject({ stage: 'merged', mergedInto: a.proposalId });
  const write = createMatters(stage.client, 'councils').voteOpenedWrite(stage.communityId, b.proposalId, {
    voteId: 'v',
    closesAt: 'x',
    poll: false,
  });
  await expect(stage.fill([write])).rejects.toThrow();
});

test('what was said on a merged matter can still be answered, as long as the other is discussed', async () => {
  const [a, b] = [await file('加装电梯'), await file('老楼要电梯')];
  const point = await stage.call(
    'addPoint',
    { proposalId: b.proposalId, column: 'for', body: '方便老人' },
    { as: b.author },
  );
  await merge(b.proposalId, a.proposalId);
  const reply = await stage.call(
    'replyToPoint',
    { proposalId: b.proposalId, pointId: point.body['id'], body: '同意' },
    { as: a.author },
  );
  expect(reply.status).toBe(200);
});

test('a new point on a merged matter is refused with the title of where it goes on, however often that was merged too', async () => {
  const [a, b, c] = [await file('加装电梯'), await file('老楼要电梯'), await file('全小区电梯')];
  const add = (proposalId: string) =>
    stage.call('addPoint', { proposalId, column: 'for', body: '方便老人' }, { as: a.author });
  await merge(b.proposalId, a.proposalId);
  expect((await add(b.proposalId)).body).toEqual({ refused: 'POINTS_MOVED', facts: { title: '加装电梯' } });
  await carry(b.proposalId);
  await merge(a.proposalId, c.proposalId);
  for (const { proposalId } of [a, b])
    expect((await add(proposalId)).body).toEqual({ refused: 'POINTS_MOVED', facts: { title: '全小区电梯' } });
  expect((await add(c.proposalId)).status).toBe(200);
  expect((await head(b.proposalId)).points).toBe(0);
  expect(stage.world.checked.filter(({ text }) => text === '方便老人')).toHaveLength(1);
});

test('once the vote of where it went on is over, nothing more is said on a merged matter either', async () => {
  const [a, b] = [await file('加装电梯'), await file('老楼要电梯')];
  const point = await stage.call(
    'addPoint',
    { proposalId: b.proposalId, column: 'for', body: '方便老人' },
    { as: b.author },
  );
  await merge(b.proposalId, a.proposalId);
  const [pk, sk] = [`${stage.communityId}#proposals`, a.proposalId];
  const vote = { voteId: stage.id(), closesAt: stage.world.now.toISOString() };
  await stage.put('councils', { ...(await head(a.proposalId)), ...vote, pk, sk });
  const ids = { proposalId: b.proposalId, pointId: point.body['id'] };
  for (const [name, input] of [
    ['addPoint', { proposalId: b.proposalId, column: 'for', body: '再说一句' }],
    ['replyToPoint', { ...ids, body: '再说一句' }],
    ['endorsePoint', ids],
  ] as const)
    expect((await stage.call(name, input, { as: a.author })).body).toEqual({ refused: 'NOT_DISCUSSING' });
});

test.each([
  ['itself', 'SAME_MATTER'],
  ['one already voted on', 'NOT_REGROUPABLE'],
  ['one already merged', 'NOT_REGROUPABLE'],
  ['one supports are on their way to', 'MERGE_RUNNING'],
  ['nothing', 'NOT_FOUND'],
])('merging into %s is refused: %s', async (what, refused) => {
  const [a, b, c] = [await file('一'), await file('二'), await file('三')];
  const vote = { voteId: stage.id(), closesAt: '2026-12-01T00:00:00.000Z' };
  const [pk, sk] = [`${stage.communityId}#proposals`, a.proposalId];
  if (what === 'one already voted on') await stage.put('councils', { ...(await head(a.proposalId)), ...vote, pk, sk });
  if (what === 'one already merged') await merge(a.proposalId, c.proposalId);
  if (what === 'one supports are on their way to') await merge(c.proposalId, a.proposalId);
  const into = what === 'itself' ? b.proposalId : what === 'nothing' ? stage.id() : a.proposalId;
  expect((await merge(b.proposalId, into)).body).toMatchObject({ refused });
});

test('two that merge into each other at the same moment: exactly one does', async () => {
  for (let round = 0; round < 6; round += 1) {
    const [a, b] = [await file('一'), await file('二')];
    const both = await Promise.all([merge(a.proposalId, b.proposalId), merge(b.proposalId, a.proposalId)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect([...(await types(a.proposalId)), ...(await types(b.proposalId))]).toHaveLength(1);
  }
});

test('supports during a merge are kept or refused, never lost: who was told yes is counted', async () => {
  const [a, b] = [await file('一'), await file('二')];
  const people = await Promise.all(Array.from({ length: 12 }, () => stage.person()));
  const [merged, ...said] = await Promise.all([
    merge(b.proposalId, a.proposalId),
    ...people.map((as) => support(b.proposalId, as)),
  ]);
  expect(merged?.status).toBe(200);
  const more = await stage.person();
  await Promise.all([carry(b.proposalId), support(a.proposalId, more)]);
  const yes = people.filter((_, i) => said[i]?.status === 200);
  const all = await supporters(a.proposalId);
  expect(all).toEqual(expect.arrayContaining([...yes, more, a.author, b.author]));
  expect((await head(a.proposalId)).supports).toBe(all.length);
});

test('a thousand supporters, two carriers at once, one of which is stopped again and again: none lost, none double', async () => {
  const [a, b] = [await file('一'), await file('二')];
  const people = await crowd(b.proposalId, 1_000);
  await stage.fill(
    people.slice(0, 50).map((id) => stage.repo.proposals.supportWrite(stage.communityId, a.proposalId, id, 'x')),
  );
  const [pk, sk] = [`${stage.communityId}#proposals`, a.proposalId];
  await stage.put('councils', {
    ...(await head(a.proposalId)),
    supports: 51,
    agendaAt: '2026-11-23T01:00:00.000Z',
    pk,
    sk,
  });
  await merge(b.proposalId, a.proposalId);
  let calls = 0;
  const stopped: Carrying = {
    ...deps,
    followersOf: async (...asked) => {
      calls += 1;
      if (calls % 3 === 0) throw new Error('killed');
      return deps.followersOf(...asked);
    },
  };
  const again = async () => {
    for (let i = 0; i < 40; i += 1)
      await carrySupports(stopped, stage.communityId, b.proposalId).catch(() => undefined);
  };
  await Promise.all([carry(b.proposalId), again()]);
  await carry(b.proposalId);
  expect(new Set(await supporters(a.proposalId)).size).toBe(1_002);
  expect((await head(a.proposalId)).supports).toBe(1_002);
  expect(await types(a.proposalId)).toEqual(['councils.matters-merged']);
});

test('a matter is parted: recommendations divided, same author and grounds, supports asked for anew, one event', async () => {
  const a = await file('电梯和楼道');
  await support(a.proposalId, await stage.person());
  const parts = { first: { title: '加装电梯', takes: [0] }, second: { title: '修好楼道', takes: [2, 1] } };
  const split = await stage.call('splitMatter', { proposalId: a.proposalId, ...parts }, { as: chair });
  expect(split.status).toBe(200);
  const { firstId, secondId } = split.body as Record<string, string>;
  const second = await stage.call('readProposal', { proposalId: secondId });
  expect(second.body).toMatchObject({
    title: '修好楼道',
    grounds: TEXT.grounds,
    supports: 1,
    authorId: a.author,
    splitFrom: a.proposalId,
    stage: 'gathering',
    recommendations: [TEXT.recommendations[2], TEXT.recommendations[1]],
  });
  const whole = await stage.call('readProposal', { proposalId: a.proposalId });
  expect(whole.body).toMatchObject({ stage: 'split', splitInto: [firstId, secondId] });
  expect(await types(a.proposalId)).toEqual(['councils.matter-split']);
  const again = await stage.call('splitMatter', { proposalId: a.proposalId, ...parts }, { as: chair });
  expect(again.body).toMatchObject({ refused: 'NOT_REGROUPABLE' });
});

test('a recommendation left out or given twice, and a title the check does not pass, are refused', async () => {
  const a = await file('电梯和楼道');
  const split = (first: number[], second: number[]) =>
    stage.call(
      'splitMatter',
      { proposalId: a.proposalId, first: { title: '甲', takes: first }, second: { title: '乙', takes: second } },
      { as: chair },
    );
  expect((await split([0], [1])).body).toMatchObject({ refused: 'NOT_DIVIDED' });
  expect((await split([0, 1], [1, 2])).body).toMatchObject({ refused: 'NOT_DIVIDED' });
  stage.world.check = { suggest: 'review', label: 20_001 };
  expect((await split([0, 1], [2])).body).toMatchObject({ refused: 'TEXT_WAITS' });
});

const record = (pk: string, sk: string, merged = false): DynamoDBRecord => ({
  eventName: merged ? 'MODIFY' : 'INSERT',
  dynamodb: {
    SequenceNumber: '1',
    NewImage: { pk: { S: pk }, sk: { S: sk }, ...(merged ? { mergedInto: { S: 'x' }, after: { S: '' } } : {}) },
  },
});
test('the stream carries supports over when a matter is merged', async () => {
  const [a, b] = [await file('一'), await file('二')];
  await support(b.proposalId, await stage.person());
  await merge(b.proposalId, a.proposalId);
  const Records = [record(`${stage.communityId}#proposals`, b.proposalId, true), record('x#waiting', b.proposalId)];
  expect(await followHeads(deps)({ Records } as DynamoDBStreamEvent)).toEqual({ batchItemFailures: [] });
  expect((await head(a.proposalId)).supports).toBe(3);
});
test('a matter that has become public is found by what it is about, however often the record comes, at the same cost', async () => {
  const a = await file('给三号楼加装电梯');
  const resident = await stage.person();
  const Records = [record(`${stage.communityId}#proposals`, a.proposalId)];
  for (let i = 0; i < 2; i += 1)
    expect(await followHeads(deps)({ Records } as DynamoDBStreamEvent)).toEqual({ batchItemFailures: [] });
  const similar = () => stage.call('listSimilar', { title: '三号楼想加装电梯' }, { as: resident });
  const few = await similar();
  expect(few.body['items']).toMatchObject([{ proposalId: a.proposalId, title: '给三号楼加装电梯' }]);
  for (let i = 0; i < 100; i += 1) await stage.repo.grams.file(stage.communityId, '电梯', stage.id());
  const many = await similar();
  expect(many.body['items']).toMatchObject([{ proposalId: a.proposalId }]);
  expect(many.units.read).toBeLessThanOrEqual(few.units.read + 1);
  expect(many.units.read).toBeLessThanOrEqual(30);
  console.log(`similar: ${few.units.read} read units with one matter, ${many.units.read} with a full pair`);
  const b = await file('别的事');
  await merge(a.proposalId, b.proposalId);
  expect((await similar()).body['items']).toMatchObject([{ proposalId: b.proposalId }]);
  expect(supportKey('c', 'p', 'x')).toEqual({ pk: 'c#p#p', sk: 'support#x' });
});
