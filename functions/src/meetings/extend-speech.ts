import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { speakingRule } from '@gongzhi/shared/meetings/rule-sets';
import { mayExtend } from '@gongzhi/shared/meetings/speaking-rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';
import { MOVED, tryAgain } from '../kernel/try-again';

export const extendSpeech: Handle<'extendSpeech'> = (ids, ctx) =>
  tryAgain('meetings.speech-extended', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { speech } = before.live;
    const rule = speakingRule(before.plan.speaking);
    const no = mayExtend(before.live, rule);
    if (no?.refused === 'EXTENDED_OUT') return recallAnswer(ctx, no);
    if (no || !speech) return no ?? refuse('NO_SPEECH');
    const write = ctx.repo.meetings.liveWrite(ids, {
      to: 'SET #speech.#seconds = #speech.#seconds + :more, #speech.#extensions = #speech.#extensions + :one',
      when: '#speech.#personId = :who AND #speech.#startedAt = :since AND #speech.#extensions = :extensions',
      lost: 'LIVE',
      values: {
        ':more': rule.extensionSeconds,
        ':one': 1,
        ':who': speech.personId,
        ':since': speech.startedAt,
        ':extensions': speech.extensions,
      },
    });
    const { personId } = speech;
    const seconds = speech.seconds + rule.extensionSeconds;
    const event = { type: 'meetings.speech-extended', subject: ids.meetingId, data: { speaker: personId, seconds } };
    const answer = { meetingId: ids.meetingId, personId, seconds, at: ctx.now.toISOString() };
    const done = await commit(ctx, [write], event, answer);
    return isLost(done) ? MOVED : done;
  });
