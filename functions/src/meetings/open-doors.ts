import type { Answer } from '@gongzhi/shared/kernel/contract';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { meetings } from '@gongzhi/shared/meetings/contract';
import { mayOpenDoors, neededFor } from '@gongzhi/shared/meetings/rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Deps, Handle } from './repo';
import type { InMeeting } from './repo-meetings';
import { MOVED, tryAgain } from '../kernel/try-again';

/** The list is written first and means nothing until the doors are open: nobody signs in against half a list. */
export const openDoors: Handle<'openDoors'> = (ids, ctx) => tryAgain('meetings.doors-opened', () => openOnce(ids, ctx));

const openOnce = async (ids: InMeeting, ctx: Ctx & Deps): Promise<Answer<typeof meetings.openDoors> | typeof MOVED> => {
  const { repo, now } = ctx;
  const before = await repo.meetings.read(ids, ctx.caller.personId);
  if (!before) return refuse('NOT_FOUND');
  const { plan, live } = before;
  const no = mayOpenDoors({ status: live.status, startsAt: plan.startsAt }, now);
  if (no) return recallAnswer(ctx, no);
  const people = await ctx.members.holding(ids.communityId, plan.roles);
  const base = Math.max(people.length, plan.expectedCount ?? 0);
  if (base === 0) return refuse('NOBODY_EXPECTED');
  const buckets = await repo.expected.freeze(ids, people);
  const needed = neededFor(plan.kind, base);
  const write = repo.meetings.liveWrite(ids, {
    to: 'SET #status = :gathering, #base = :base, #needed = :needed, #buckets = :buckets',
    when: '#status = :called AND #plan = :plan',
    lost: 'ON',
    values: {
      ...{ ':gathering': 'gathering', ':called': 'called', ':plan': live.plan },
      ...{ ':base': base, ':needed': needed, ':buckets': buckets },
    },
  });
  const event = { type: 'meetings.doors-opened', subject: ids.meetingId, data: { base, needed } };
  const done = await commit(ctx, [write], event, { meetingId: ids.meetingId, base, needed, at: now.toISOString() });
  return isLost(done) ? MOVED : done;
};
