import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayChange } from '@gongzhi/shared/volunteering/rules';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from '../kernel/check-words';
import { wordsOf } from './check-reason';
import { findLed } from './find-led';
import { judgeCover } from './judge-cover';
import type { Handle } from './repo';
import type { InActivity } from '../kernel/service/ports';
import type { HeadItem } from './repo-activities';
import { shiftsTold } from './shifts-told';
import { splitPlan } from './split-plan';

type Changed = ReturnType<typeof splitPlan>['head'];
/** The new head under the condition that nobody changed it meanwhile. */
const headChange = ({ version }: HeadItem, head: Changed, status: HeadItem['status']) => ({
  to:
    'SET #title = :title, #by = :by, #kind = :kind, #place = :place, #skills = :skills, #minors = :minors, #risky = :risky, ' +
    `#insured = :insured, #status = :status, #version = #version + :one ${head.spot ? ', #spot = :spot' : 'REMOVE #spot'}`,
  when: '#version = :version',
  lost: 'CHANGED',
  values: {
    ...Object.fromEntries(Object.entries(head).map(([name, value]) => [`:${name}`, value])),
    ...{ ':status': status, ':version': version, ':one': 1 },
  },
});

/** Words the content check is not sure of take a published activity back to the worker who publishes. */
export const changeActivity: Handle<'changeActivity'> = async ({ communityId, activityId, ...plan }, ctx) => {
  const { repo, now } = ctx;
  const ids: InActivity = { communityId, activityId };
  const before = await findLed(ids, ctx);
  if (isRefusal(before)) return before;
  const { text: old, shifts } = await repo.shifts.whole(ids);
  const no =
    mayChange(before.status) ?? judgeCover({ status: before.status, risky: plan.risky }, plan.insurance, shifts, now);
  if (no) return no;
  const words = await checkWords(wordsOf(plan), ctx);
  if (isRefusal(words)) return words;
  const status = words.waits ? 'proposed' : before.status;
  const { head, text } = splitPlan({ ...plan, ...(old && { requestId: old.requestId, projectId: old.projectId }) });
  const writes = [
    repo.activities.headWrite(ids, headChange(before, head, status)),
    repo.activities.textWrite(ids, text),
  ];
  const event = {
    type: 'volunteering.activity-changed',
    subject: activityId,
    data: { status, ...shiftsTold(shifts, now) },
  };
  const done = await commit(ctx, writes, event, { activityId, status, at: now.toISOString() });
  return isLost(done) ? refuse('STALE') : done;
};
