import { writeTogether } from '../kernel/write-together';
import type { Write } from '../kernel/commit';
import type { Repo } from './repo';
import type { HeadItem } from './repo-heads';
import type { ListJob } from './repo-list-jobs';

interface At {
  repo: Repo;
  head: HeadItem;
  now: Date;
}
type To = { phase: ListJob['phase']; from?: string | undefined };
const AT_ONCE = 10;

const each = async (repo: Repo, all: readonly (readonly Write[])[]): Promise<void> => {
  for (let from = 0; from < all.length; from += AT_ONCE)
    await Promise.all(
      all.slice(from, from + AT_ONCE).map((writes) => writeTogether(repo.client, 'announcements.tellAgain', writes)),
    );
};

/** Withdrawn: whoever was never told need not be; who is being called just now stays listed. */
const clear = async (job: ListJob, { repo, now }: At, urgent: boolean): Promise<To> => {
  const { items, next } = await repo.again.rowsFrom(job, job.from);
  const never = items.filter(({ again }) => !again);
  await each(
    repo,
    never.map(({ sk }) => repo.again.clearWrites(job, sk, { now, urgent })),
  );
  return next ? { phase: 'clear', from: next } : { phase: 'again' };
};

/** Whoever was told by phone or at the door before it changed is on the list again, before all the others. */
const bringBack = async (job: ListJob, { repo, now }: At, urgent: boolean): Promise<To> => {
  const { items, next } = await repo.again.doneFrom(job, job.from);
  const told = items.filter(({ outcome, at }) => (outcome === 'phone' || outcome === 'door') && at < (job.since ?? ''));
  await each(
    repo,
    told.map((done) => repo.again.backWrites(job, done, { now, urgent })),
  );
  return next ? { phase: 'again', from: next } : { phase: 'done' };
};

/**
 * Takes a call list one step further after its announcement was corrected or withdrawn. Every household is moved in one
 * transaction under what was seen of it, so a step taken twice, or beside a caller, moves it once. Without a list nothing is
 * done.
 */
export const tellAgain = async (job: ListJob, at: At): Promise<To> => {
  const urgent = at.head.kind === 'urgent';
  const list = await at.repo.rows.list(job, urgent);
  if (!list) return { phase: 'done' };
  return (job.phase === 'clear' ? clear : bringBack)(job, at, urgent);
};
