import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

/** What would make the vote void, before anybody opens it; changes nothing. */
export const checkReadiness: Handle<'checkReadiness'> = async ({ ballot, channels = 'all', ...asked }, ctx) => {
  const { prepareVote } = await import('./prepare-vote');
  const ready = await prepareVote(ctx, { ...asked, channels, secret: ballot === 'secret' });
  if (isRefusal(ready)) return ready;
  const { rule, roll, problems, warning } = ready;
  const bound = roll.buildings.reduce((sum, building) => sum + building.bound, 0);
  return {
    ready: problems.length === 0,
    rule,
    units: roll.entries.length,
    area: roll.area,
    bound,
    problems: problems.map(({ refused, facts }) => ({ refused, ...(facts ? { facts } : {}) })),
    ...(warning ? { warning } : {}),
  };
};
