import { isLive } from '@gongzhi/shared/party/rules';
import { callNames } from './call-names';
import type { Handle } from './repo';
import { showReport } from './show-report';

/** One's own, also when nobody else sees it any more: a consent withdrawn holds before its event has come. */
export const readReport: Handle<'readReport'> = async ({ communityId }, ctx) => {
  const { repo, caller, now } = ctx;
  const [kept, people] = await Promise.all([
    repo.members.read(communityId, caller.personId),
    ctx.people(communityId, [caller.personId]),
  ]);
  const building = people.get(caller.personId)?.home?.building;
  const around = { now: now.toISOString(), ...(building ? { building } : {}) };
  if (!kept) return around;
  const agreed = caller.consents.includes('party');
  const mine = isLive(kept) && !agreed ? ({ ...kept, state: 'withdrawn' } as const) : kept;
  const called = await callNames(ctx, communityId, [mine]);
  return { ...around, report: showReport(mine, called(mine), now) };
};
