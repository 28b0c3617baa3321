import { DAY } from '@gongzhi/shared/kernel/time';
import type { Shift } from '@gongzhi/shared/kernel/service/model';
import type { Times } from '@gongzhi/shared/volunteering/model';
import { MOST_AT_ONCE } from '@gongzhi/shared/volunteering/rule-sets';
import { clockOf, dateOf, instantOf } from '../kernel/service/wall-times';
import { REPEATS, repeated, type Repeat } from '@gongzhi/shared/volunteering/repeat-times';

/** When a shift is, as it is filled in; numbers as they are typed, times on China's wall clock. */
export interface TimesDraft {
  date: string;
  start: string;
  end: string;
  slots: string;
  repeat: Repeat;
  times: string;
}

/** Tomorrow morning, for ten. */
export const usualTimes = (now: Date): TimesDraft => ({
  date: dateOf(new Date(now.getTime() + DAY)),
  ...{ start: '09:00', end: '11:00', slots: '10', repeat: 'once', times: '4' },
});

export const timesDraftOf = ({
  startsAt,
  endsAt,
  slots,
}: Pick<Shift, 'startsAt' | 'endsAt' | 'slots'>): TimesDraft => ({
  ...{ date: dateOf(startsAt), start: clockOf(startsAt), end: clockOf(endsAt) },
  ...{ slots: String(slots), repeat: 'once', times: '1' },
});

/** One shift; an end before the start is on the next day. */
export const oneOf = ({ date, start, end, slots }: TimesDraft): Times => {
  const from = instantOf(date, start);
  const to = instantOf(date, end);
  return {
    startsAt: new Date(from).toISOString(),
    endsAt: new Date(to <= from ? to + DAY : to).toISOString(),
    slots: Number(slots) || 0,
  };
};

const wanted = ({ repeat, times }: TimesDraft): number =>
  repeat === 'once' ? 1 : Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(Number(times)) || 1));

/** All shifts that are meant, a recurring one at most twelve at once. */
export const timesOf = (draft: TimesDraft): Times[] => repeated(oneOf(draft), draft.repeat, wanted(draft));

export const REPEAT_OPTIONS = (Object.keys(REPEATS) as Repeat[]).map((value) => ({ value, label: REPEATS[value] }));
