import type { Ctx } from '../kernel/caller';
import type { Reading } from '../kernel/party-log';
import type { Deps } from './repo';

type Sources = Pick<Deps, 'logReading'> & Pick<Ctx, 'caller' | 'now'>;
/** Writes down, before anything is shown, that the caller reads these members. */
export const logReading = (
  { communityId, as, what }: Pick<Reading, 'communityId' | 'as' | 'what'>,
  personIds: readonly string[],
  ctx: Sources,
): Promise<void> => ctx.logReading({ communityId, readerId: ctx.caller.personId, as, what, now: ctx.now }, personIds);
