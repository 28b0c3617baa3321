import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayObject } from '@gongzhi/shared/meetings/minutes-rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from './check-words';
import { findMeeting } from './find-meeting';
import type { Deps, Handle } from './repo';
import type { InMeeting, LiveItem } from './repo-meetings';
import { recordOf } from './show-meeting';

/** Objections that wait for an answer at once: the item that holds their ids stays under one kilobyte. */
const MOST = 20;

/** Why this person cannot object now: too late, or they neither came nor were expected. */
const refusalOf = async (ids: InMeeting, ctx: Ctx & Deps) => {
  const before = await findMeeting(ids, ctx);
  if (isRefusal(before)) return before;
  const { live, mine } = before;
  const no = mayObject(recordOf(live), ctx.now);
  if (no) return no;
  const came = mine?.arrivedAt !== undefined;
  if (came || (await ctx.repo.expected.has(ids, live.buckets, ctx.caller.personId))) return undefined;
  return refuse('NOT_ATTENDED');
};

export const raiseObjection: Handle<'raiseObjection'> = async ({ about, text, askReview, ...ids }, ctx) => {
  const { repo, caller } = ctx;
  const no = await refusalOf(ids, ctx);
  if (no) return no;
  if (!(await repo.minutes.line(ids, about))) return refuse('NOT_FOUND');
  const verdict = await checkWords(text, askReview, ctx);
  if (isRefusal(verdict)) return verdict;
  const at = ctx.now.toISOString();
  const lineId = ctx.id();
  const { personId, displayName: name } = caller;
  const line = { lineId, kind: 'objection' as const, at, about, personId, name, text, state: verdict.state };
  const count = repo.meetings.liveWrite(ids, {
    to: 'ADD #open :id',
    when: 'attribute_not_exists(#frozenAt) AND (attribute_not_exists(#open) OR size(#open) < :most)',
    lost: 'LIVE',
    values: { ':id': new Set([lineId]), ':most': MOST },
  });
  const writes = [repo.minutes.lineWrite(ids, line), count];
  const event = { type: 'meetings.objection-raised', subject: ids.meetingId, data: { lineId, about, ...verdict } };
  const done = await commit(ctx, writes, event, { lineId, state: verdict.state, at });
  if (!isLost(done)) return done;
  return refuse((done.item as LiveItem | undefined)?.frozenAt ? 'MINUTES_FROZEN' : 'TOO_MANY');
};
