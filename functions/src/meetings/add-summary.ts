import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { checkChairWords } from './check-words';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';

/** A line about a speech, beside it and never in its place. Frozen minutes take no more. */
export const addSummary: Handle<'addSummary'> = async ({ lineId, text, ...ids }, ctx) => {
  const { repo, caller } = ctx;
  const before = await findMeeting(ids, ctx);
  if (isRefusal(before)) return before;
  if (before.live.frozenAt) return refuse('MINUTES_FROZEN');
  const speech = await repo.minutes.line(ids, lineId);
  if (speech?.kind !== 'speech') return refuse('NOT_FOUND');
  const risky = await checkChairWords(text, ctx);
  if (risky) return risky;
  const at = ctx.now.toISOString();
  const id = ctx.id();
  const { personId, displayName: name } = caller;
  const line = { lineId: id, kind: 'summary' as const, at, about: lineId, personId, name, text };
  // those who confirmed did so without this line
  const open = repo.meetings.liveWrite(ids, {
    to: 'SET #version = #version + :one, #confirmed = :none',
    when: 'attribute_not_exists(#frozenAt)',
    lost: 'FROZEN',
    values: { ':one': 1, ':none': 0 },
  });
  const event = { type: 'meetings.speech-summed-up', subject: ids.meetingId, data: { lineId: id, about: lineId } };
  const answer = { lineId: id, state: 'published' as const, at };
  const done = await commit(ctx, [repo.minutes.lineWrite(ids, line), open], event, answer);
  return isLost(done) ? refuse('MINUTES_FROZEN') : done;
};
