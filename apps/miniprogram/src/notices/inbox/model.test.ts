import { TOLD } from '@gongzhi/shared/notices/rules';
import { NOTICE_WORDS, targetOf, titleOf, toFind, wordsOf } from './model';

test('everything people are told of has its words, and what is new still has some', () => {
  expect(TOLD.filter((type) => !NOTICE_WORDS[type])).toEqual([]);
  expect(wordsOf({ type: 'gardens.planted', data: {} })).toBe('这件事有新情况。');
  expect(wordsOf({ type: 'votes.vote-decided', data: { outcome: 'noQuorum' } })).toContain('不够数');
});

test('whoever wrote an announcement hears which of it was sent back, and why WeChat stopped it', () => {
  const said = (type: string, data: Record<string, string | boolean>) => wordsOf({ type, data });
  expect(said('announcements.returned', { correction: true })).toContain('更正没有通过');
  expect(said('announcements.returned', { correction: false })).toContain('通知退回来了');
  expect(said('notices.stopped', { why: 'field', field: 'thing1' })).toContain('有一项微信没有接受');
  expect(said('notices.stopped', { why: 'words', field: '' })).toContain('内容不合适');
});

test.each([
  ['announcements.published', {}, '已经发布'],
  ['announcements.scheduled', { publishAt: '2026-12-02T01:00:00.000Z' }, '12月2日（周三）上午9点发布'],
  ['announcements.corrected', { changed: 'time' }, '更正同意了'],
])('whoever wrote it hears that it was approved: %s', (type, data, says) => {
  const notice = { type, data: { ...data, as: 'author' } };
  expect(wordsOf(notice)).toContain(says);
  expect(targetOf(notice)).toBe('own-announcement');
});

test.each([
  ['', '', {}],
  ['  ', '', {}],
  ['停水 ', '', { words: '停水' }],
  ['停水', '停水', {}],
  ['水'.repeat(20), '停水', { words: '水'.repeat(20) }],
  ['🌧'.repeat(20), '', { words: '🌧'.repeat(20) }],
  ['水'.repeat(21), '停水', { error: '最多找 20 个字，请少打几个字。' }],
])('of “%s” typed while “%s” is looked for: %j', (typed, words, want) => expect(toFind(typed, words)).toEqual(want));

test('whoever read what was corrected hears what is another now', () => {
  const said = (data: Record<string, string>) => wordsOf({ type: 'announcements.corrected', data });
  expect(said({ changed: 'time,place' })).toBe('您看过的通知更正了时间、地点，请再看一遍。');
  expect([said({}), said({ changed: 'colour' })]).toEqual(Array(2).fill('您看过的通知更正了，请再看一遍。'));
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
  ['announcements.corrected', { version: 2 }, 'announcement'],
  ['announcements.returned', { correction: false }, 'own-announcement'],
  ['notices.stopped', { why: 'field', field: 'thing1' }, 'progress'],
  ['volunteering.shift-changed', {}, 'activity'],
  ['volunteering.activity-declined', {}, 'organised'],
  ['volunteering.activity-planned', {}, 'ask-help'],
  ['calls.members-asked', {}, 'call'],
  ['calls.call-ended', {}, 'call'],
  ['hours.case-answered', { caseId: 'x' }, 'case'],
  ['hours.certificates-issued', {}, 'certificates'],
  ['hours.certificate-revoked', {}, 'certificates'],
  ['exchange.order-handed', {}, 'points'],
  ['exchange.order-cancelled', {}, 'points'],
  ['exchange.thanks-given', { waiting: false }, 'thanks'],
  ['exchange.thanks-decided', { publish: true }, 'thanks'],
  ['exchange.thanks-decided', { publish: false }, 'thank'],
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

test.each(['question', 'correction', 'honorary'])('whoever asked, or was asked about, hears yes or no: %s', (kind) => {
  const said = [true, false].map((accepted) => wordsOf({ type: 'hours.case-answered', data: { kind, accepted } }));
  expect(new Set(said).size).toBe(2);
  expect(said[1]).toContain('原因写在里面');
  expect(said.join('')).not.toContain('对您的时长作了答复');
});

test('of an answer from before its kind was told, of thanks, and of a certificate there are words too', () => {
  expect(wordsOf({ type: 'hours.case-answered', data: { accepted: true } })).toBe('对您的时长作了答复，请看一看。');
  const decided = (publish: boolean) => wordsOf({ type: 'exchange.thanks-decided', data: { publish } });
  expect([decided(true), decided(false).includes('再写一次')]).toEqual(['有邻居感谢您。', true]);
  const issued = (data: Record<string, string>) => wordsOf({ type: 'hours.certificates-issued', data });
  expect(issued({ publicUntil: '2026-12-02T16:00:00.000Z' })).toContain('12月3日');
  expect(issued({})).toBe('社区给您出具了服务证明。');
});

test('a matter stands in its marks; what is about oneself is no matter', () => {
  expect(titleOf({ type: 'votes.vote-opened', title: '加装扶手' })).toBe('《加装扶手》');
  expect(titleOf({ type: 'hours.case-answered', title: '志愿时长' })).toBe('志愿时长');
  expect(titleOf({ type: 'exchange.thanks-given', title: '感谢' })).toBe('感谢');
});
