import type { Meeting } from '@gongzhi/shared/meetings/model';
import { meetingWords, meetingsToday } from './meetings-model';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const meeting = (status: Meeting['status'], startsAt: string) =>
  ({ meetingId: `${status} ${startsAt}`, kind: 'hearing', status, startsAt, place: '活动室' }) as Meeting;

test('today in China: what is on, and what is called for today, the nearest first', () => {
  const tonight = meeting('called', '2026-11-23T15:59:00.000Z');
  const now = meeting('open', '2026-11-22T11:00:00.000Z');
  const others = [
    meeting('called', '2026-11-23T16:00:00.000Z'),
    meeting('ended', '2026-11-23T01:00:00.000Z'),
    meeting('cancelled', '2026-11-23T11:00:00.000Z'),
  ];
  expect(meetingsToday([tonight, ...others, now], NOW)).toEqual([now, tonight]);
});

test('a meeting in a few words', () => {
  expect(meetingWords(meeting('gathering', '2026-11-23T11:00:00.000Z'))).toEqual({
    name: '听证会',
    when: '11月23日（周一）晚上7点 · 活动室',
    state: '正在签到',
  });
});
