import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { decide, isOpenQuestion, mayAct } from '@gongzhi/shared/meetings/rules';
import type { Question } from '@gongzhi/shared/meetings/model';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';
import type { LiveItem } from './repo-meetings';
import { MOVED, tryAgain } from '../kernel/try-again';

/** The hands and the number present that the result is made of, as they stand when it is written. */
const asCounted = ({ hands, n }: Question, present: number) => ({
  when: '#question.#n = :n AND attribute_not_exists(#question.#outcome) AND #present = :present AND #question.#hands = :hands',
  lost: 'LIVE',
  values: { ':n': n, ':present': present, ':hands': hands },
});

const openQuestion = (live: LiveItem, n: number) =>
  isOpenQuestion(live.question) && live.question.n === n ? live.question : undefined;

export const closeQuestion: Handle<'closeQuestion'> = ({ n, ...ids }, ctx) =>
  tryAgain('meetings.question-closed', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { live, plan } = before;
    const no = mayAct(live);
    if (no) return no;
    const question = openQuestion(live, n);
    if (!question) return recallAnswer(ctx, refuse('NO_QUESTION'));
    const { present, needed } = live;
    const { hands, item } = question;
    const outcome = decide(plan.kind, hands, live);
    const at = ctx.now.toISOString();
    const counted = asCounted(question, present);
    const write = ctx.repo.meetings.liveWrite(ids, {
      ...counted,
      to: 'SET #question.#outcome = :outcome, #question.#presentAtClose = :present',
      values: { ...counted.values, ':outcome': outcome },
    });
    const line = {
      lineId: ctx.id(),
      kind: 'question-closed' as const,
      at,
      item,
      question: n,
      text: question.text,
      hands,
      present,
      needed,
      outcome,
    };
    const data = {
      item,
      question: n,
      outcome,
      present,
      for: hands.for,
      against: hands.against,
      abstain: hands.abstain,
    };
    const event = { type: 'meetings.question-closed', subject: ids.meetingId, data };
    const answer = { meetingId: ids.meetingId, n, hands, present, outcome, at };
    const done = await commit(ctx, [write, ctx.repo.minutes.lineWrite(ids, line)], event, answer);
    return isLost(done) ? MOVED : done;
  });
