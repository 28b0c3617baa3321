import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayWrite } from '@gongzhi/shared/meetings/minutes-rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkWords } from './check-words';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';
import { recordOf } from './show-meeting';

/** What somebody who cannot come wants to have said: once a matter, shown with the minutes. */
export const writeOpinion: Handle<'writeOpinion'> = async ({ item, side, text, askReview, ...ids }, ctx) => {
  const { repo, caller } = ctx;
  const before = await findMeeting(ids, ctx);
  if (isRefusal(before)) return before;
  const { live, plan } = before;
  const no = mayWrite({ status: live.status, record: recordOf(live) }, ctx.now);
  if (no) return no;
  if (!plan.agenda.some(({ n }) => n === item)) return refuse('NOT_FOUND');
  const verdict = await checkWords(text, askReview, ctx);
  if (isRefusal(verdict)) return verdict;
  const { state } = verdict;
  const at = ctx.now.toISOString();
  const opinionId = ctx.id();
  const { personId, displayName: name } = caller;
  const writes = [
    repo.minutes.markWrite(ids, `wrote#${item}#${personId}`, 'WROTE'),
    repo.minutes.opinionWrite(ids, { opinionId, item, side, text, name, at, state, personId }),
  ];
  const data = { opinionId, item, side, ...verdict };
  const event = { type: 'meetings.opinion-written', subject: ids.meetingId, data };
  const done = await commit(ctx, writes, event, { opinionId, state, at });
  return isLost(done) ? recallAnswer(ctx, refuse('ALREADY_DONE')) : done;
};
