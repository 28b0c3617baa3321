import type { Answer } from '@gongzhi/shared/calls/model';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type EventDraft, type Write } from '../kernel/commit';
import { MOVED } from '../kernel/try-again';
import type { Repo } from './repo';
import { serviceIds, type CallShift, type InCall } from './repo-calls';

/** The number on the shift each answer is counted in; one who was only asked is in none. */
const COUNTED = { asked: undefined, coming: '#taken', cannot: '#cannot', withdrawn: '#backed' } as const;

/** What somebody said and now says. */
export interface Step {
  personId: string;
  name: string;
  was: Answer;
  next: Exclude<Answer, 'asked'>;
  shift: CallShift;
  at: string;
}

/** One fewer of those who said the old, one more of those who say the new, while there is room. */
const countWrite = (ids: InCall, { was, next, shift }: Step, repo: Repo): Write => {
  const [less, more] = [COUNTED[was], COUNTED[next]];
  const to = [less ? `${less} = ${less} - :one` : '', `${more} = if_not_exists(${more}, :none) + :one`];
  const room = next === 'coming' ? ' AND #taken < #slots' : '';
  return repo.calls.shiftWrite(ids, {
    to: `SET ${to.filter(Boolean).join(', ')}`,
    when: `attribute_not_exists(#cancelled) AND #endsAt = :before${room}`,
    lost: 'MOVED',
    values: { ':one': 1, ':none': 0, ':before': shift.endsAt },
  });
};

/** The place that comes or goes with the answer. */
const placeWrites = (ids: InCall, { personId, name, was, next, at }: Step, repo: Repo): Write[] => {
  const inShift = serviceIds(ids);
  const { activityId, shiftId } = inShift;
  if (next === 'coming')
    return [repo.places.takeWrite(ids, { sk: personId, activityId, shiftId, name, place: 'taken', at })];
  if (was !== 'coming') return [];
  const change = {
    to: 'SET #place = :withdrawn',
    when: '#place = :taken AND attribute_not_exists(#inAt)',
    lost: 'MOVED',
    values: { ':withdrawn': 'withdrawn', ':taken': 'taken' },
  };
  return [repo.places.placeWrite(inShift, personId, change)];
};

/** Writes an answer with the number it is counted in and the place it takes or gives back. `via`: whose word it is. */
export const takeAnswer = async (
  ids: InCall,
  step: Step,
  ctx: Ctx & { repo: Repo },
  via: NonNullable<EventDraft['via']> = 'app',
) => {
  const { repo } = ctx;
  const { personId, was, next, at } = step;
  const answered = {
    to: 'SET #answer = :next, #answeredAt = :at',
    when: '#answer = :was',
    lost: 'MOVED',
    values: { ':next': next, ':was': was, ':at': at },
  };
  const writes = [
    repo.asked.answerWrite(ids, personId, answered),
    countWrite(ids, step, repo),
    ...placeWrites(ids, step, repo),
  ];
  // unlisted: who is a member is not read out of a call’s history
  const event = {
    type: 'calls.answered',
    unlisted: true as const,
    subject: ids.callId,
    via,
    data: { was, answer: next },
  };
  const done = await commit(ctx, writes, event, { callId: ids.callId, answer: next, at });
  return isLost(done) ? MOVED : done;
};
