import type { Plan } from '@gongzhi/shared/calls/model';
import { isQuiet, mayOpen } from '@gongzhi/shared/calls/rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from './check-words';
import type { Deps, Handle } from './repo';
import type { HeadItem, TextItem } from './repo-calls';

/** Whom a call reaches: a worker’s everybody, a secretary’s the members of their own branch. */
const reachOf = async (communityId: string, { caller, party }: Pick<Ctx & Deps, 'caller' | 'party'>) => {
  if (caller.roles.includes('worker')) return {};
  const branch = await party.branchOf(communityId, caller.personId);
  return branch ? { branchId: branch.branchId } : refuse('NO_BRANCH');
};

const wordsOf = ({ title, about, place, skills, buildings }: Plan) => ({
  title,
  text: [title, about, place, ...skills, ...buildings].join('\n'),
});

const itemsOf = (plan: Plan, reach: { branchId?: string }, { caller, now }: Pick<Ctx, 'caller' | 'now'>) => {
  const { cause, title, about, place, spot, startsAt, endsAt, needed, skills, buildings } = plan;
  const head: Omit<HeadItem, 'sk'> = {
    ...{ cause, title, place, kind: 'central', status: 'published', organiserId: caller.personId },
    ...{ at: now.toISOString(), quiet: isQuiet(now), ...reach },
    ...(spot ? { spot } : {}),
  };
  const text: TextItem = { about, skills: [...new Set(skills)], buildings: [...new Set(buildings)] };
  return { head, text, shift: { startsAt, endsAt, slots: needed, taken: 0, waiting: 0 } };
};

/** The call and the asking of its members in one transaction: the stream does the rest. */
export const openCall: Handle<'openCall'> = async ({ communityId, plan }, ctx) => {
  const { repo, now } = ctx;
  const no = mayOpen(plan, now);
  if (no) return no;
  const reach = await reachOf(communityId, ctx);
  if (isRefusal(reach)) return reach;
  const risky = await checkWords(wordsOf(plan), ctx);
  if (risky) return risky;
  const ids = { communityId, callId: ctx.id() };
  const { head, text, shift } = itemsOf(plan, reach, ctx);
  const writes = [
    ...repo.calls.openWrites(ids, { head, text, shift: { ...shift, activityId: ids.callId } }),
    repo.jobs.beginWrite(ids),
  ];
  const { cause, startsAt, endsAt, needed } = plan;
  const data = { cause, startsAt, endsAt, needed, quiet: head.quiet, ...reach };
  const answer = { callId: ids.callId, at: head.at, quiet: head.quiet };
  const done = await commit(ctx, writes, { type: 'calls.call-opened', subject: ids.callId, data }, answer);
  return isLost(done) ? answer : done;
};
