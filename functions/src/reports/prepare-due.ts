import type { Every, PeriodId } from '@gongzhi/shared/kernel/periods';
import { periodDue } from '@gongzhi/shared/reports/rules';
import { actAlone } from '../kernel/act-alone';
import { commit, isLost } from '../kernel/commit';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import { createParty } from '../kernel/party';
import { createRepo, type Deps } from './repo';
import type { DueBranch } from './repo-branches';

interface Ticking extends Pick<Deps, 'repo'> {
  party: Pick<Deps['party'], 'branch'>;
  ledger: Ledger;
  clock?: () => Date;
}

/** Asks for the reports of one branch, once a period; on-events makes them. A branch that is closed is left out. */
const ask = async ({ repo, party, ledger }: Ticking, one: DueBranch, period: PeriodId, now: Date): Promise<number> => {
  const { communityId, branchId } = one;
  if (!(await party.branch(communityId, branchId))) return 0;
  const ctx = actAlone(ledger, communityId, `due-${period}-${branchId}`, now);
  const data = { branchId, period };
  const event = { type: 'reports.branch-asked', subject: `reports/${branchId}`, via: 'system' as const, data };
  return isLost(await commit(ctx, [repo.branches.askedWrite(one, period)], event, {})) ? 0 : 1;
};

/** The period a branch's reports are due of, unless they were asked for. */
const dueOf = async ({ repo }: Ticking, { communityId, asked }: DueBranch, now: Date) => {
  const due = (['half', 'quarter'] satisfies Every[]).flatMap((every) => periodDue(every, now) ?? []);
  if (due.length === 0 || (asked && due.includes(asked))) return undefined;
  return periodDue((await repo.settings.rule(communityId)).every, now);
};

/**
 * In the first days after a period asks for the reports of every branch, by the command's own way. Killed anywhere, the next
 * tick goes on: whoever was asked for is marked in the transaction that asks. One that fails keeps no other waiting.
 * @returns how many branches it asked for.
 */
export const prepareDue = (ticking: Ticking) => async (): Promise<number> => {
  const now = ticking.clock?.() ?? new Date();
  const failures: unknown[] = [];
  let done = 0;
  const look = async (one: DueBranch) => {
    const period = await dueOf(ticking, one, now);
    if (period) done += await ask(ticking, one, period, now);
  };
  let from: Record<string, unknown> | undefined;
  do {
    const { branches, next } = await ticking.repo.branches.page(from);
    for (const one of branches) await look(one).catch((error: unknown) => failures.push(error));
    from = next;
  } while (from);
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} branches could not be asked for`);
  return done;
};

let ready: ReturnType<typeof prepareDue> | undefined;
const build = () => {
  const env = readEnv(['TABLE_REPORTS', 'TABLE_PARTY', 'TABLE_IDENTITY', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return prepareDue({
    repo: createRepo(client, env.TABLE_REPORTS, createCursors('')),
    party: createParty(client, { party: env.TABLE_PARTY, identity: env.TABLE_IDENTITY }),
    ledger: createLedger(client, env.TABLE_LEDGER),
  });
};
export const handler = (): Promise<number> => (ready ??= build())();
