import { randomBytes } from 'node:crypto';
import { maySettle } from '@gongzhi/shared/votes/rules';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Caller, Ctx } from '../kernel/caller';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { createMatters, type Matters } from '../kernel/matters';
import { countMarks } from './count-marks';
import { recountVote, type Difference } from './recount-vote';
import { raiseAlarm } from './raise-alarm';
import { createRepo, type Repo } from './repo';

interface Ticking {
  repo: Repo;
  ledger: Ledger;
  matters: Matters;
  alarm: (difference: Difference) => void;
  clock?: () => Date;
}

const SYSTEM: Caller = { personId: 'system', sessionId: '', roles: [], displayName: '', consents: [] };

const contextOf = (
  { repo, ledger, matters, alarm }: Ticking,
  { communityId, voteId }: { communityId: string; voteId: string },
  now: Date,
): Ctx & Pick<Ticking, 'repo' | 'matters' | 'alarm'> => ({
  repo,
  alarm,
  matters,
  ledger,
  now,
  caller: SYSTEM,
  requestId: `settle-${voteId}`,
  intent: { scope: communityId, actor: SYSTEM.personId, key: `settle-${voteId}`, hash: '' },
  id: () => newId(now, randomBytes(16)),
});

/**
 * Counts every vote whose end has come. The index only says where to look: whether a vote may be counted is decided from
 * the table. One vote that fails does not keep the others waiting; the tick then fails, and comes again in a minute.
 * @returns how many votes it looked at.
 */
export const settleVotes = (ticking: Ticking) => async (): Promise<number> => {
  const now = ticking.clock?.() ?? new Date();
  const due = await ticking.repo.votes.listDue(now);
  const failures: unknown[] = [];
  for (const found of due) {
    try {
      const vote = await ticking.repo.votes.vote(found.communityId, found.voteId);
      if (vote && !maySettle(vote, now))
        await recountVote(contextOf(ticking, found, now), found.communityId, vote, 'system');
    } catch (error) {
      failures.push(error);
    }
  }
  await countMarks(ticking.repo, now).catch((error: unknown) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${due.length} votes could not be settled`);
  return due.length;
};

let ready: ReturnType<typeof settleVotes> | undefined;
export const handler = (): Promise<number> => {
  const build = () => {
    const env = readEnv(['TABLE_VOTES', 'TABLE_BALLOTS', 'TABLE_COUNCILS', 'TABLE_LEDGER']);
    const client = createDocumentClient();
    // the tick pages through nothing a client sees
    return settleVotes({
      repo: createRepo(client, env.TABLE_VOTES, createCursors(''), env.TABLE_BALLOTS),
      matters: createMatters(client, env.TABLE_COUNCILS),
      ledger: createLedger(client, env.TABLE_LEDGER),
      alarm: raiseAlarm,
    });
  };
  ready ??= build();
  return ready();
};
