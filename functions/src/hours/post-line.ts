import { withLine } from '@gongzhi/shared/hours/rules';
import { actAlone } from '../kernel/act-alone';
import { commit, isLost, type Write } from '../kernel/commit';
import type { Ledger } from '../kernel/ledger';
import { MOVED, tryAgain } from '../kernel/try-again';
import type { Account, Posting } from './repo-entries';
import type { Repo } from './repo';

export interface Posts {
  repo: Repo;
  ledger: Ledger;
}
/** Looks, decides and writes again until nobody came between. `once` resolves to whether it is through. @throws Busy */
export const untilPosted = (once: () => Promise<boolean>): Promise<boolean> =>
  tryAgain('hours.entered', async () => (await once()) || MOVED);

/**
 * Enters one line in both accounts with the total and the event, if the volunteer's account still is as it was seen.
 * Resolves to whether it was entered; false: look again. `more`: a question about the line, raised with it.
 */
export const postLine = async (
  { repo, ledger }: Posts,
  posting: Posting,
  seen: Account,
  { now, more = [] }: { now: Date; more?: readonly Write[] },
): Promise<boolean> => {
  const { communityId, volunteerId, what, line } = posting;
  const { entryId, minutes, grade, track, shiftId, activityId, kind, from, source } = line;
  const ctx = actAlone(ledger, communityId, `hours-${shiftId}-${volunteerId}-${what}`, now);
  const total = repo.entries.accountWrite(posting, seen, withLine(seen.totals, line));
  const writes = [...repo.entries.lineWrites(posting), total, ...more];
  const whole = { entryId, volunteerId, minutes, grade, track, shiftId, activityId, kind, from };
  const data = source ? { ...whole, source } : whole;
  const event = { type: 'hours.entered', subject: `hours/${volunteerId}`, via: 'system' as const, data };
  return !isLost(await commit(ctx, writes, event, { entryId }));
};
