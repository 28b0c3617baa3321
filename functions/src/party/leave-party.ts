import { endReport } from './end-report';
import type { Handle } from './repo';

export const leaveParty: Handle<'leaveParty'> = ({ communityId }, ctx) =>
  endReport(ctx, { communityId, personId: ctx.caller.personId }, { state: 'left', receipt: {} });
