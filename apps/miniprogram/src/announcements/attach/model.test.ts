import { LINKED, Link, MOST } from '@gongzhi/shared/announcements/model';
import { fromComing, fromMeetings, fromProposals, fromVotes, KIND_OPTIONS, withLink } from './model';

const [A, B] = ['01KATQ8M3N5P7R9S1T2V4W6X8Y', '01KATQ8M3N5P7R9S1T2V4W6X8Z'];
const startsAt = '2026-12-02T01:00:00.000Z';
const meeting = { kind: 'council' as const, startsAt, place: '活动室' };

test('every kind the contract takes is offered', () =>
  expect(KIND_OPTIONS.map(({ value }) => value)).toEqual(Object.keys(LINKED)));

test('what is offered is named as people know it, an activity once, and no meeting that was cancelled', () => {
  expect(fromProposals([{ proposalId: A, title: '加装电梯' }])).toEqual([{ id: A, label: '加装电梯' }]);
  expect(fromVotes([{ voteId: A, question: '同意吗', closesAt: startsAt }])).toEqual([
    { id: A, label: '同意吗', note: '12月2日（周三）上午9点截止' },
  ]);
  const activity = { activityId: A, title: '义诊' };
  const later = '2026-12-09T01:00:00.000Z';
  expect(
    fromComing([
      { startsAt, activity },
      { startsAt: later, activity },
    ]),
  ).toEqual([{ id: A, label: '义诊', note: '12月2日（周三）上午9点' }]);
  const offered = fromMeetings([
    { ...meeting, meetingId: A, status: 'called' },
    { ...meeting, meetingId: B, status: 'cancelled' },
  ]);
  expect(offered).toMatchObject([{ id: A, label: expect.stringContaining('12月2日'), note: '活动室' }]);
});

test('a name that is too long is cut to what the contract takes', () => {
  for (const title of ['梯'.repeat(90), `${'a '.repeat(50)}`, '两行\n标题'])
    for (const [{ id, label } = { id: '', label: '' }] of [fromProposals([{ proposalId: A, title }])])
      expect(Link.safeParse({ to: 'proposal', id, label }, { jitless: true }).success).toBe(true);
});

test('one thing is attached once, and no more than there is room for', () => {
  const one = withLink([], 'vote', { id: A, label: '表决' });
  expect(one).toEqual([{ to: 'vote', id: A, label: '表决' }]);
  expect(withLink(one, 'vote', { id: A, label: '表决' })).toEqual(one);
  const full = Array.from({ length: MOST.links }, (_, i) => ({ to: 'vote' as const, id: String(i), label: '表决' }));
  expect(withLink(full, 'vote', { id: A, label: '表决' })).toEqual(full);
});
