import type { DynamoDBStreamEvent } from 'aws-lambda';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { opinions } from '@gongzhi/shared/opinions/contract';
import type { Picture } from '@gongzhi/shared/opinions/model';
import { STATEMENTS_EACH } from '@gongzhi/shared/opinions/thresholds';
import { markStale } from './mark-stale';
import { plantAnswers } from './plant-answers';
import { stageOpinions, type Answered, type Name, type Stage } from './test-opinions';

let engine: TestTables;
let stage: Stage;
let proposalId: string;
let person: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils', 'opinions']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageOpinions(engine.endpoint);
  [proposalId, person] = [await stage.matter(), await stage.person()];
});
afterEach(() => stage.close());

const most = (name: Name) => (opinions[name] as { units?: number }).units ?? 8;
const within = (name: Name, { status, units }: Answered) => {
  expect(status).toBe(200);
  expect(units.write).toBeLessThanOrEqual(most(name));
};
const add = (body: string, as = person, also = {}) => stage.call('addStatement', { proposalId, body, ...also }, { as });

/** Thirty people with two groups, as they lie in the table. */
const answers = async (people: number, at = stage.world.now.toISOString()) => {
  const { rows } = plantAnswers({ seed: 4, people, statements: 12, groups: 2, bridges: 3, noise: 0.1, missing: 0.1 });
  const letter = { 1: 'a', 0: 'p', [-1]: 'd' } as const;
  await stage.statements(proposalId, 0, 12);
  await stage.fill(
    rows.map((row) => ({
      pk: `${stage.communityId}#m#${proposalId}#a`,
      sk: stage.id(),
      at,
      ...Object.fromEntries(row.flatMap((cell, no) => (cell === undefined ? [] : [[`s${no}`, letter[cell]]]))),
    })),
  );
};
const picture = async () => (await stage.call('readPicture', { proposalId })).body as unknown as Picture;

test('a statement is public at once, numbered in order, and leaves one event without its words', async () => {
  const first = await add('先装老人多的单元');
  within('addStatement', first);
  expect(first.body).toMatchObject({ state: 'published', no: '0' });
  expect((await add('费用按楼层分担')).body).toMatchObject({ no: '1' });
  const events = await stage.events(proposalId);
  expect(events.map(({ type }) => type)).toEqual(['opinions.statement-added', 'opinions.statement-added']);
  expect(JSON.stringify(events)).not.toContain('老人');
});

test('sixteen statements at the same moment get sixteen numbers without a gap', async () => {
  const people = await Promise.all(Array.from({ length: 16 }, () => stage.person()));
  const all = await Promise.all(people.map((as, i) => add(`同时写下的第 ${i} 条`, as)));
  const numbers = all.filter(({ status }) => status === 200).map(({ body }) => Number(body['no']));
  expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i));
  for (const { status, body } of all) if (status !== 200) expect(body).toMatchObject({ refused: 'BUSY' });
});

test.each([
  [140, 200],
  [141, 400],
])('a statement of %s code points is answered with %s', async (length, status) => {
  expect((await add('梯'.repeat(length))).status).toBe(status);
});

test('a text the check is unsure of waits for a worker; its author sees it, others do not; published once it is asked', async () => {
  stage.world.check = { suggest: 'review', label: 20_001 };
  const waiting = await add('等人看一看的看法');
  within('addStatement', waiting);
  expect(waiting.body).toMatchObject({ state: 'waiting' });
  const mine = await stage.call('listMyAnswers', { proposalId }, { as: person });
  expect(mine.body['statements']).toMatchObject([{ body: '等人看一看的看法', state: 'waiting' }]);
  expect((await stage.call('nextStatement', { proposalId }, { as: person })).body).toMatchObject({ total: 0 });
  const worker = await stage.person(['worker']);
  const list = await stage.call('listStatementReviews', {}, { as: worker });
  expect(list.body['items']).toMatchObject([{ body: '等人看一看的看法', title: '加装电梯', label: '涉及时政' }]);
  const reviewId = waiting.body['id'];
  const both = await Promise.all(
    [1, 2].map(() => stage.call('decideStatement', { reviewId, publish: true }, { as: worker })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  within('decideStatement', both.find(({ status }) => status === 200) as Answered);
  const next = await stage.call('nextStatement', { proposalId }, { as: person });
  expect(next.body).toMatchObject({ statement: { no: '0', body: '等人看一看的看法' }, total: 1 });
});

test('a refused statement keeps its words and the reason for its author alone', async () => {
  stage.world.check = { suggest: 'risky', label: 20_003 };
  expect((await add('骂人的话')).body).toMatchObject({ refused: 'TEXT_RISKY' });
  const asked = await add('骂人的话', person, { askReview: true });
  const worker = await stage.person(['worker']);
  const decided = await stage.call(
    'decideStatement',
    { reviewId: asked.body['id'], publish: false, reason: '请不要骂人' },
    { as: worker },
  );
  within('decideStatement', decided);
  const mine = await stage.call('listMyAnswers', { proposalId }, { as: person });
  expect(mine.body['statements']).toMatchObject([{ state: 'refused', reason: '请不要骂人' }]);
});

test('one answer a person and statement, changeable, the last counts, and no event says who holds what', async () => {
  await add('先装老人多的单元');
  const at = { proposalId, no: '0' };
  const first = await stage.call('answerStatement', { ...at, answer: 'agree' }, { as: person });
  within('answerStatement', first);
  within('answerStatement', await stage.call('answerStatement', { ...at, answer: 'disagree' }, { as: person }));
  const mine = await stage.call('listMyAnswers', { proposalId }, { as: person });
  expect(mine.body['items']).toEqual([{ no: '0', body: '先装老人多的单元', answer: 'disagree' }]);
  const next = await stage.call('nextStatement', { proposalId }, { as: person });
  expect(next.body).toEqual({ answered: 1, total: 1, open: true });
  expect((await stage.events(proposalId)).map(({ type }) => type)).toEqual(['opinions.statement-added']);
});

test('what is not there, is closed or was merged away is refused', async () => {
  const answer = (id: string) =>
    stage.call('answerStatement', { proposalId: id, no: '0', answer: 'pass' }, { as: person });
  expect((await answer(stage.id())).body).toMatchObject({ refused: 'NOT_FOUND' });
  expect((await answer(proposalId)).body).toMatchObject({ refused: 'NOT_FOUND' });
  const closed = await stage.matter({ closesAt: stage.world.now.toISOString() });
  expect((await answer(closed)).body).toMatchObject({ refused: 'NOT_DISCUSSING' });
  const merged = await stage.matter({ mergedInto: proposalId });
  expect((await answer(merged)).body).toMatchObject({ refused: 'NOT_DISCUSSING' });
});

test('who has written twenty is asked to listen first', async () => {
  for (let i = 0; i < STATEMENTS_EACH; i += 1) await add(`第 ${i} 条`);
  expect((await add('还有一条')).body).toMatchObject({ refused: 'STATEMENTS_OUT' });
});

test('the next statement costs the same at 20 statements and at 1,000, with as many who answered as fill pages', async () => {
  await stage.statements(proposalId, 0, 20);
  await stage.call('answerStatement', { proposalId, no: '3', answer: 'agree' }, { as: person });
  const few = await stage.call('nextStatement', { proposalId }, { as: person });
  await stage.statements(proposalId, 20, 1_000);
  await answers(200);
  const many = await stage.call('nextStatement', { proposalId }, { as: person });
  expect(many.body).toMatchObject({ answered: 1, total: 1_000 });
  expect(many.units.read).toBeLessThanOrEqual(few.units.read + 1);
  expect(many.units.read).toBeLessThanOrEqual(16);
  console.log(`next statement: ${few.units.read} read units at 20 statements, ${many.units.read} at 1,000`);
});

test.each([
  [14, false],
  [15, true],
])('with %s people who answered enough the picture is shown: %s', async (people, shown) => {
  const { rows } = plantAnswers({ seed: 1, people, statements: 8, groups: 2, missing: 0 });
  await stage.statements(proposalId, 0, 8);
  await stage.fill(
    rows.map((row) => ({
      pk: `${stage.communityId}#m#${proposalId}#a`,
      sk: stage.id(),
      at: stage.world.now.toISOString(),
      ...Object.fromEntries(row.map((cell, no) => [`s${no}`, cell === 1 ? 'a' : cell === 0 ? 'p' : 'd'])),
    })),
  );
  await stage.tick(proposalId);
  const seen = await picture();
  expect(seen).toMatchObject({ shown, placed: people, needed: 15 });
  if (!shown) expect([seen.groups, seen.table, seen.bridges, seen.majority]).toEqual([[], [], [], []]);
});

test('thirty people make two groups with bridges between them; no person is in what leaves the server', async () => {
  await answers(30);
  expect((await picture()).shown).toBe(false);
  await stage.tick(proposalId);
  const heard = await stage.call('readPicture', { proposalId });
  const seen = heard.body as unknown as Picture;
  expect(seen).toMatchObject({ shown: true, people: 30, placed: 30, statements: 12 });
  expect(seen.groups.map(({ size }) => size).sort()).toEqual([15, 15]);
  expect(seen.bridges.filter(({ no, side }) => Number(no) < 3 && side === 'agree')).toHaveLength(3);
  expect(JSON.stringify(seen)).not.toMatch(/[0-7][0-9A-HJKMNP-TV-Z]{25}/);
  expect(heard.units.read).toBeLessThanOrEqual(6);
});

test('a picture stays until five people have answered since: nobody reads one answer off two pictures', async () => {
  await answers(30);
  await stage.tick(proposalId);
  const before = await picture();
  const change = async (count: number) => {
    stage.world.now = new Date(stage.world.now.getTime() + 60_000);
    for (let i = 0; i < count; i += 1) {
      const as = await stage.person();
      await stage.call('answerStatement', { proposalId, no: '0', answer: 'disagree' }, { as });
    }
    await stage.tick(proposalId);
    return picture();
  };
  expect(await change(4)).toEqual(before);
  expect((await change(1)).people).toBe(35);
});

test('answers mark their matter once a batch, and a mark set meanwhile is not taken away', async () => {
  const matter = { communityId: stage.communityId, proposalId };
  const record = (pk: string, SequenceNumber: string) => ({
    eventName: 'MODIFY' as const,
    dynamodb: { SequenceNumber, Keys: { pk: { S: pk }, sk: { S: person } } },
  });
  const pk = `${stage.communityId}#m#${proposalId}`;
  const Records = [record(`${pk}#a`, '1'), record(`${pk}#s`, '2'), record(`${pk}#a`, '3'), record('x#waiting', '4')];
  expect(await markStale(stage)({ Records } as DynamoDBStreamEvent)).toEqual({ batchItemFailures: [] });
  expect(await stage.repo.pictures.marked(matter)).toMatchObject({ since: '3' });
  expect(await stage.repo.pictures.listStale()).toContainEqual(matter);
  await stage.repo.pictures.unmark(matter, '1');
  expect(await stage.repo.pictures.marked(matter)).toMatchObject({ since: '3' });
  await stage.repo.pictures.unmark(matter, '3');
  expect(await stage.repo.pictures.marked(matter)).toBeUndefined();
});
