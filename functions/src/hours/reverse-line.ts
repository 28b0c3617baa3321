import type { Cause } from '@gongzhi/shared/hours/model';
import { postLine, type Posts } from './post-line';
import type { Account, Line, Place } from './repo-entries';

/** The line that takes another back: the same, with the minutes turned. */
const reversalOf = ({ reasons: _r, ...line }: Line, cause: Cause, entryId: string, now: Date): Line => ({
  ...line,
  entryId,
  minutes: 0 - line.minutes,
  at: now.toISOString(),
  cause,
  reverses: line.entryId,
});

/** Takes a line back, once. Resolves to whether it was done; false: look again. */
export const reverseLine = async (
  posts: Posts,
  { place, line, cause, seen }: { place: Place; line: Line; cause: Cause; seen: Account },
  { now, id }: { now: Date; id: () => string },
): Promise<boolean> =>
  postLine(posts, { ...place, what: `rev-${line.entryId}`, line: reversalOf(line, cause, id(), now) }, seen, { now });
