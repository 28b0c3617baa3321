import { actAlone } from '../kernel/act-alone';
import { commit } from '../kernel/commit';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createLedger, type Ledger } from '../kernel/ledger';
import type { Key } from '../kernel/pages';
import { nextNight } from './count-census';
import { publishAnnouncement } from './publish-announcement';
import { createRepo, type Repo } from './repo';
import { isCensus, type CensusItem } from './repo-census';
import type { HeadItem } from './repo-heads';

export interface Ticking {
  repo: Repo;
  ledger: Ledger;
  clock?: () => Date;
}
type Due = Key & Record<string, unknown>;

/** It goes out in one transaction: done twice it is out once, and taken back meanwhile it is not. */
const publish = async (due: Due, { repo, ledger }: Ticking, now: Date): Promise<void> => {
  const head = due as unknown as HeadItem;
  if (head.state !== 'scheduled' || (head.publishAt ?? '') > now.toISOString()) return;
  const ids = { communityId: due.pk.split('#')[0] ?? '', announcementId: due.sk };
  const ctx = actAlone(ledger, ids.communityId, `published#${due.sk}#${head.revision}`, now);
  const { change, writes = [], event } = publishAnnouncement(ids, head, { repo, now });
  const all = [repo.heads.moveWrite(ids, head, change), ...writes];
  await commit(ctx, all, { ...event, subject: due.sk, via: 'system' }, { announcementId: due.sk });
};

/** A night's census: begun, and put off to the next night. */
const countAnew = async (due: Due, { repo }: Ticking, now: Date): Promise<void> => {
  const census = due as unknown as CensusItem;
  await repo.census.begin(census.communityId, now, 0);
  await repo.census.putOff(census, nextNight(now));
};

/** Within a function's minute there is time for as many looks as this lasts. */
const BUDGET_MS = 30_000;
/**
 * Lets out what is due and counts at night. One that fails does not keep the others waiting; the tick then fails, so that
 * somebody hears of it.
 * @returns how many it did.
 */
export const keepTime = (ticking: Ticking) => async (): Promise<number> => {
  const now = ticking.clock?.() ?? new Date();
  const until = performance.now() + BUDGET_MS;
  const failures: unknown[] = [];
  const look = async (): Promise<number> => {
    const dues = await ticking.repo.due.by<Due>(now);
    for (const due of dues)
      await (isCensus(due) ? countAnew : publish)(due, ticking, now).catch((error: unknown) => failures.push(error));
    return dues.length;
  };
  let done = 0;
  for (let some = await look(); some > 0; some = performance.now() < until ? await look() : 0) {
    done += some;
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${done} could not be done`);
  }
  return done;
};

let ready: ReturnType<typeof keepTime> | undefined;
const build = () => {
  const env = readEnv(['TABLE_ANNOUNCEMENTS', 'TABLE_LEDGER']);
  const client = createDocumentClient();
  return keepTime({
    repo: createRepo(client, env.TABLE_ANNOUNCEMENTS, createCursors('')),
    ledger: createLedger(client, env.TABLE_LEDGER),
  });
};
export const handler = (): Promise<number> => (ready ??= build())();
