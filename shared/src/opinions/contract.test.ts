import * as fc from 'fast-check';
import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { opinions } from './contract';
import { Answer, StatementNo } from './model';
import { LONGEST_STATEMENT, MOST_STATEMENTS } from './thresholds';

const COMMUNITY = '310105000001';
const ID = '01JD0000000000000000000001';
const inMatter = { communityId: COMMUNITY, proposalId: ID };
const says = (route: Route, input: object): string[] =>
  (route.input.safeParse(input, { jitless: true }).error?.issues ?? []).map(({ message }) => message);

test.each([
  ['', '请填写看法'],
  ['   ', '请填写看法'],
  ['👍👍', '看法要有文字，不能只有表情或符号'],
  ['先修电梯\n再修路', '看法不能换行'],
  ['字'.repeat(LONGEST_STATEMENT + 1), '看法不能超过 140 个字'],
])('a statement %j is told why it is not taken', (body, message) => {
  expect(says(opinions.addStatement, { ...inMatter, body })).toContain(message);
});
test('a statement as long as may be is taken, emoji counted as one', () => {
  const body = `${'🌳'.repeat(LONGEST_STATEMENT - 1)}树`;
  expect(says(opinions.addStatement, { ...inMatter, body })).toEqual([]);
});

test('there are three answers, and no fourth', () => {
  expect(Answer.options).toEqual(['agree', 'disagree', 'pass']);
  for (const answer of Answer.options)
    expect(says(opinions.answerStatement, { ...inMatter, no: '0', answer })).toEqual([]);
  for (const answer of ['', 'strongly', 1, undefined])
    expect(says(opinions.answerStatement, { ...inMatter, no: '0', answer })).toHaveLength(1);
});
test('a statement has a number as people write it: every one there may be, and nothing that reads like another', () => {
  const reads = (no: string) => StatementNo.safeParse(no, { jitless: true }).success;
  fc.assert(fc.property(fc.integer({ min: 0, max: MOST_STATEMENTS }), (no) => reads(String(no))));
  fc.assert(fc.property(fc.integer({ min: 0, max: MOST_STATEMENTS }), (no) => !reads(`0${no}`) && !reads(`-${no}`)));
});

test('who refuses a statement says why, who publishes it need not', () => {
  const decision = { communityId: COMMUNITY, reviewId: ID };
  expect(says(opinions.decideStatement, { ...decision, publish: true })).toEqual([]);
  expect(says(opinions.decideStatement, { ...decision, publish: false, reason: '点了邻居的名' })).toEqual([]);
  expect(says(opinions.decideStatement, { ...decision, publish: false })).toEqual(['请写明不公开的理由']);
});

test('the picture is for everybody, workers decide what waits, and only those who live here answer', () => {
  expect(opinions.readPicture.access).toBe('public');
  expect([opinions.listStatementReviews.access, opinions.decideStatement.access]).toEqual([['worker'], ['worker']]);
  expect(opinions.answerStatement.access).toContain('resident');
});
test('a picture names nobody: no id of a person fits in it', () => {
  const tally = { agree: 9, disagree: 6, pass: 0 };
  const group = { size: 9, x: -40, y: 10, says: [{ no: '0', side: 'agree' }] };
  const picture = {
    ...{ shown: true, people: 20, placed: 15, needed: 15, votes: 60, statements: 4, groups: [group] },
    ...{ bridges: [], majority: [], table: [{ no: '0', body: '先修电梯', all: tally, groups: [tally, null] }] },
  };
  const reads = (value: object) => opinions.readPicture.output.safeParse(value, { jitless: true }).success;
  expect(reads(picture)).toBe(true);
  expect(reads({ ...picture, groups: [{ ...group, members: [ID] }] })).toBe(false);
  expect(reads({ ...picture, table: [{ no: '0', body: '先修电梯', authorId: ID, all: tally, groups: [] }] })).toBe(
    false,
  );
});
test('an answer is one write and its own record; every other command leaves an event', () => {
  for (const [name, route] of Object.entries(opinions as Record<string, Route>))
    if (isCommand(route)) expect([name, route.ownRecord === true]).toEqual([name, name === 'answerStatement']);
});
