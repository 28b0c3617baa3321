import type { Route } from '@gongzhi/shared/kernel/contract';
import { minutes } from './contract-minutes';

const ID = '01JD0000000000000000000001';
const at = { communityId: '310105000001', meetingId: ID };
const says = (route: Route, input: object): string[] =>
  (route.input.safeParse({ ...at, ...input }, { jitless: true }).error?.issues ?? []).map(({ message }) => message);

test.each([
  ['a summary', minutes.addSummary, { lineId: ID, text: '赞成先修楼道。' }],
  ['an objection', minutes.raiseObjection, { about: ID, text: '我说的是十二月。' }],
  ['an answer', minutes.answerObjection, { objectionId: ID, accept: true, text: '更正为十二月。' }],
  ['a confirmation', minutes.confirmMinutes, {}],
  ['an opinion', minutes.writeOpinion, { item: 1, side: 'for', text: '我赞成，晚上有事来不了。' }],
  ['a decision on a text', minutes.decideText, { textId: ID, publish: false }],
] as [string, Route, object][])('%s is read', (_, route, input) => expect(says(route, input)).toEqual([]));

test.each([
  [minutes.addSummary, { lineId: ID, text: '字'.repeat(101) }, '发言摘要不能超过 100 个字'],
  [minutes.raiseObjection, { about: ID, text: '' }, '请填写异议'],
  [minutes.raiseObjection, { about: ID, text: '字'.repeat(161) }, '异议不能超过 160 个字'],
  [minutes.answerObjection, { objectionId: ID, accept: false, text: ' ' }, '请填写答复'],
  [minutes.writeOpinion, { item: 1, side: 'for', text: '🙂' }, '书面意见要有文字，不能只有表情或符号'],
] as [Route, object, string][])('%#: words are asked for in words', (route, input, message) => {
  expect(says(route, input)).toContain(message);
});
test('an opinion is for or against a matter of the agenda, and nothing between', () => {
  for (const side of ['for', 'against']) expect(says(minutes.writeOpinion, { item: 1, side, text: '好' })).toEqual([]);
  expect(says(minutes.writeOpinion, { item: 1, side: 'maybe', text: '好' })).toHaveLength(1);
  expect(says(minutes.writeOpinion, { item: 0, side: 'for', text: '好' })).toHaveLength(1);
});
test('what freezes the minutes gives their hash, and the hash is one', () => {
  const output = (hash: string) =>
    minutes.freezeMinutes.output.safeParse({ meetingId: ID, hash, at: '2026-11-23T11:00:00.000Z' }).success;
  expect([output('a'.repeat(64)), output('A'.repeat(64)), output('')]).toEqual([true, false, false]);
});
