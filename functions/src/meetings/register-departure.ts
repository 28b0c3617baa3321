import { commitDeparture } from './commit-departure';
import type { Handle } from './repo';

export const registerDeparture: Handle<'registerDeparture'> = ({ personId, ...ids }, ctx) =>
  commitDeparture(ids, personId, ctx);
