import { commitDeparture } from './commit-departure';
import type { Handle } from './repo';

export const leaveMeeting: Handle<'leave'> = (ids, ctx) => commitDeparture(ids, ctx.caller.personId, ctx);
