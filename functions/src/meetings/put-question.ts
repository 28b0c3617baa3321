import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import type { Question } from '@gongzhi/shared/meetings/model';
import { mayPut } from '@gongzhi/shared/meetings/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Change } from '../kernel/change-item';
import { checkChairWords } from './check-words';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';
import { MOVED, tryAgain } from '../kernel/try-again';

/** The one before it is closed, its item is on the floor and there is a quorum: where it is written. */
const putOn = (question: Question): Change => ({
  to: 'SET #question = :question',
  when: `#status = :open AND #item = :item AND #present >= #needed AND ${
    question.n === 1
      ? 'attribute_not_exists(#question)'
      : '#question.#n = :last AND attribute_exists(#question.#outcome)'
  }`,
  lost: 'LIVE',
  values: { ':question': question, ':open': 'open', ':item': question.item, ':last': question.n - 1 },
});

/** A question comes to a show of hands; the quorum of the moment it is put is part of the condition. */
export const putQuestion: Handle<'putQuestion'> = async ({ text, ...ids }, ctx) => {
  const risky = await checkChairWords(text, ctx);
  if (risky) return risky;
  return tryAgain('meetings.question-put', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { live } = before;
    const no = mayPut(live);
    if (no) return no.refused === 'QUESTION_OPEN' ? recallAnswer(ctx, no) : no;
    const at = ctx.now.toISOString();
    const { item = 0, present, needed } = live;
    const n = (live.question?.n ?? 0) + 1;
    const question = { n, item, text, putAt: at, hands: { for: 0, against: 0, abstain: 0 } };
    const write = ctx.repo.meetings.liveWrite(ids, putOn(question));
    const line = { lineId: ctx.id(), kind: 'question-put' as const, at, item, question: n, text, present, needed };
    const event = { type: 'meetings.question-put', subject: ids.meetingId, data: { item, question: n, present } };
    const writes = [write, ctx.repo.minutes.lineWrite(ids, line)];
    const done = await commit(ctx, writes, event, { meetingId: ids.meetingId, n, at });
    return isLost(done) ? MOVED : done;
  });
};
