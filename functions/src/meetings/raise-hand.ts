import type { Choice } from '@gongzhi/shared/meetings/model';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayRaise } from '@gongzhi/shared/meetings/rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { Deps, Handle } from './repo';
import type { InMeeting } from './repo-meetings';
import { mineOf } from './show-meeting';
import { MOVED, tryAgain } from '../kernel/try-again';

/** One hand a person in the room, and only while the quorum stands: both are conditions of this one transaction. */
const handWrites = (
  ids: InMeeting,
  who: string,
  { n, choice }: { n: number; choice: Choice },
  { repo }: Deps,
): Write[] => [
  repo.meetings.personWrite(ids, who, {
    to: `SET #hands.#q${n} = :choice`,
    when: `#present = :yes AND #expected = :yes AND attribute_not_exists(#hands.#q${n})`,
    lost: 'PERSON',
    values: { ':choice': choice, ':yes': true },
  }),
  repo.meetings.liveWrite(ids, {
    to: `SET #question.#hands.#${choice} = #question.#hands.#${choice} + :one`,
    when: '#status = :open AND #question.#n = :n AND attribute_not_exists(#question.#outcome) AND #present >= #needed',
    lost: 'LIVE',
    values: { ':one': 1, ':open': 'open', ':n': n },
  }),
];

/** A worker raises the hand of somebody without a phone whom they registered, and of nobody else. */
const standsIn = (behalf: string | undefined, via: 'code' | 'staff' | undefined, { caller }: Ctx) =>
  behalf === undefined || (via === 'staff' && caller.roles.includes('worker'));

export const raiseHand: Handle<'raiseHand'> = ({ n, choice, behalf, ...ids }, ctx) => {
  const who = behalf ?? ctx.caller.personId;
  return tryAgain('meetings.hand-raised', async () => {
    const before = await findMeeting(ids, ctx, who);
    if (isRefusal(before)) return before;
    const { live, mine } = before;
    if (!standsIn(behalf, mine?.via, ctx)) return refuse('NOT_ELIGIBLE');
    const no = mayRaise(live, n, mineOf(live, mine));
    if (no) return recallAnswer(ctx, no);
    const staff = behalf === undefined ? {} : { via: 'staff' as const, behalf };
    const event = { type: 'meetings.hand-raised', subject: ids.meetingId, data: { question: n, choice }, ...staff };
    const answer = { meetingId: ids.meetingId, n, choice, at: ctx.now.toISOString() };
    const done = await commit(ctx, handWrites(ids, who, { n, choice }, ctx), event, answer);
    return isLost(done) ? MOVED : done;
  });
};
