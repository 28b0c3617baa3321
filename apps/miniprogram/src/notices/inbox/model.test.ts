import { TOLD } from '@gongzhi/shared/notices/rules';
import { NOTICE_WORDS, targetOf, wordsOf } from './model';

test('everything people are told of has its words, and what is new still has some', () => {
  expect(TOLD.filter((type) => !NOTICE_WORDS[type])).toEqual([]);
  expect(wordsOf({ type: 'gardens.planted', data: {} })).toBe('这件事有新情况。');
  expect(wordsOf({ type: 'votes.vote-decided', data: { outcome: 'noQuorum' } })).toContain('不够数');
});

test('a poll is not called a vote', () => {
  const opened = (data: Record<string, string>) => wordsOf({ type: 'votes.vote-opened', data });
  expect(opened({ force: 'council' })).toBe('表决开始了，请您家投票。');
  expect(opened({ force: 'advisory' })).toBe('意见征询开始了，请说说您家的意见。');
});

test.each([
  ['votes.vote-opened', { voteId: 'v' }, 'vote'],
  ['resolutions.task-done', { taskId: 't' }, 'task'],
  ['resolutions.completed', {}, 'chain'],
  ['procedures.notice-published', { gateId: 'publicity' }, 'way'],
  ['councils.proposal-supported', {}, 'proposal'],
  ['meetings.meeting-cancelled', { meetingId: 'm' }, 'meeting'],
  ['meetings.matter-heard', {}, 'proposal'],
  ['volunteering.shift-changed', {}, 'activity'],
  ['volunteering.activity-declined', {}, 'organised'],
  ['volunteering.activity-planned', {}, 'ask-help'],
  ['calls.members-asked', {}, 'call'],
  ['calls.call-ended', {}, 'call'],
] as const)('%s leads to the %s', (type, data, want) => expect(targetOf({ type, data })).toBe(want));

test('whoever follows the matter that closes is told that it went on elsewhere; whoever follows the other, how many came', () => {
  const merged = (data: Record<string, string | number>) => wordsOf({ type: 'councils.matters-merged', data });
  expect(merged({ from: 'a', into: 'b' })).toBe('并入另一件事一起办理，您的附议一起带过去。');
  expect(merged({ from: 'a', into: 'b', moved: 3 })).toBe('另一件事并入这件，带来 3 位附议人。');
  expect(merged({ from: 'a', into: 'b', moved: 0 })).toBe('另一件事并入这件，带来 0 位附议人。');
});

test('whoever has a place in a shift is told when it is now, and which one is off', () => {
  const said = (type: string, startsAt?: string) => wordsOf({ type, data: startsAt ? { startsAt } : {} });
  expect(said('volunteering.shift-changed', '2026-11-28T01:00:00.000Z')).toBe(
    '您报名的班次改到11月28日（周六）上午9点。',
  );
  expect(said('volunteering.shift-cancelled', '2026-11-28T01:00:00.000Z')).toBe(
    '11月28日（周六）上午9点的班次取消了。',
  );
  expect(said('volunteering.shift-cancelled')).toBe('您报名的班次取消了。');
});
