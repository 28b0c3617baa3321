import { KIND_NAMES, type Meeting } from '@gongzhi/shared/meetings/model';
import { MINUTE, timeInWords } from '@gongzhi/shared/kernel/time';

const dayOf = (instant: Date | string) =>
  new Date(new Date(instant).getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 10);
const isOn = ({ status }: Meeting) => status === 'open' || status === 'gathering';

/** Meetings that are on, or will be today (China time), the nearest first. */
export const meetingsToday = (meetings: readonly Meeting[], now: Date): Meeting[] =>
  meetings
    .filter((meeting) => isOn(meeting) || (meeting.status === 'called' && dayOf(meeting.startsAt) === dayOf(now)))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));

const STATE_WORDS = { called: '等签到', gathering: '正在签到', open: '正在开会', ended: '', cancelled: '' } as const;
export const meetingWords = (meeting: Meeting): { name: string; when: string; state: string } => ({
  name: KIND_NAMES[meeting.kind],
  when: `${timeInWords(meeting.startsAt)} · ${meeting.place}`,
  state: STATE_WORDS[meeting.status],
});
