import { refuse } from '@gongzhi/shared/kernel/refusals';
import { endReport } from './end-report';
import type { Handle } from './repo';

export const moveAway: Handle<'moveAway'> = async ({ communityId, to }, ctx) => {
  if (to === communityId) return refuse('MOVE_ELSEWHERE');
  const ref = { communityId, personId: ctx.caller.personId };
  return endReport(ctx, ref, { state: 'moved', movedTo: to, receipt: { to } });
};
