import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayAct } from '@gongzhi/shared/meetings/rules';
import { spokenSeconds } from '@gongzhi/shared/meetings/speaking-rules';
import type { Caller, Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { Deps, Handle } from './repo';
import type { InMeeting, LiveItem } from './repo-meetings';

const endWrites = (ids: InMeeting, speech: NonNullable<LiveItem['speech']>, item: number, ctx: Ctx & Deps) => {
  const { personId, name, side, startedAt } = speech;
  const seconds = spokenSeconds(speech, ctx.now);
  return [
    ctx.repo.meetings.liveWrite(ids, {
      to: 'REMOVE #speech',
      when: '#speech.#personId = :who AND #speech.#startedAt = :since',
      lost: 'LIVE',
      values: { ':who': personId, ':since': startedAt },
    }),
    ctx.repo.minutes.lineWrite(ids, {
      ...{ lineId: ctx.id(), kind: 'speech', at: startedAt, item },
      ...{ personId, name, side, seconds },
    }),
  ];
};

const mayEndFor = ({ roles, personId }: Caller, speaker: string) =>
  personId === speaker || roles.includes('chair') || roles.includes('worker');

/** The speech goes into the minutes with its side and length. */
export const endSpeech: Handle<'endSpeech'> = async (ids, ctx) => {
  const before = await findMeeting(ids, ctx);
  if (isRefusal(before)) return before;
  const { speech, item = 0, status } = before.live;
  const no = mayAct({ status });
  if (no) return no;
  if (!speech) return recallAnswer(ctx, refuse('NO_SPEECH'));
  const { personId, side } = speech;
  if (!mayEndFor(ctx.caller, personId)) return refuse('NOT_YOURS');
  const seconds = spokenSeconds(speech, ctx.now);
  const event = {
    type: 'meetings.speech-ended',
    subject: ids.meetingId,
    data: { item, side, speaker: personId, seconds },
  };
  const answer = { meetingId: ids.meetingId, personId, seconds, at: ctx.now.toISOString() };
  const done = await commit(ctx, endWrites(ids, speech, item, ctx), event, answer);
  return isLost(done) ? refuse('NO_SPEECH') : done;
};
