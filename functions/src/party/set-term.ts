import { Busy, commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

export const setTerm: Handle<'setTerm'> = async ({ communityId, months }, ctx) => {
  const event = { type: 'party.term-set', subject: communityId, via: 'staff', data: { months } } as const;
  const answer = { months, at: ctx.now.toISOString() };
  const done = await commit(ctx, [ctx.repo.figures.setMonthsWrite(communityId, months)], event, answer);
  if (isLost(done)) throw new Busy(event.type);
  return done;
};
