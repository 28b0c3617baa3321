import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@gongzhi/shared/kernel/ids';
import type { Caller } from '../kernel/caller';
import { Busy, commit } from '../kernel/commit';
import type { FollowersOf } from '../kernel/followers';
import type { Ledger } from '../kernel/ledger';
import type { Repo } from './repo';
import { CHUNK, type MergeItem } from './repo-merges';

export interface Carrying {
  repo: Repo;
  ledger: Ledger;
  followersOf: FollowersOf;
  clock?: () => Date;
}
const SYSTEM: Caller = { personId: 'system', sessionId: '', roles: [], displayName: '', consents: [] };
/** Each attempt but the last starts from where the one before it met somebody. */
const ATTEMPTS = 20;

/** One chunk, or undefined when none is left. @throws Busy */
const carryChunk = async (deps: Carrying, job: MergeItem, at: string): Promise<true | undefined> => {
  const { repo, followersOf } = deps;
  const { ids } = await followersOf(job.communityId, job.fromId, job.after || undefined);
  const chunk = ids.slice(0, CHUNK);
  const last = chunk.at(-1);
  if (last === undefined) return undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [head, people] = await Promise.all([
      repo.proposals.head(job.communityId, job.intoId),
      repo.merges.missing(job.communityId, job.intoId, chunk),
    ]);
    if (!head) return undefined;
    if (await repo.merges.carry(job, head, people, { id: last, at })) return true;
    const now = await repo.merges.read(job.communityId, job.fromId);
    if (now && now.after !== job.after) return true;
    await pause(randomInt(1, 4 * 2 ** Math.min(attempt + 1, 6)));
  }
  throw new Busy('councils.matters-merged');
};

/**
 * Brings every support of a merged matter to the one it became part of: each person once, whoever supported both before.
 * Supports, count and how far it is move in one transaction, so it goes on where it was stopped and may be started twice.
 */
export const carrySupports = async (deps: Carrying, communityId: string, fromId: string): Promise<void> => {
  const now = deps.clock?.() ?? new Date();
  const at = now.toISOString();
  for (;;) {
    const job = await deps.repo.merges.read(communityId, fromId);
    if (!job || job.done) return;
    if (await carryChunk(deps, job, at)) continue;
    const key = `carried-${fromId}`;
    const ctx = {
      ledger: deps.ledger,
      now,
      caller: SYSTEM,
      requestId: key,
      intent: { scope: communityId, actor: SYSTEM.personId, key, hash: '' },
      id: () => newId(now, randomBytes(16)),
    };
    const data = { from: fromId, into: job.intoId, moved: job.moved };
    const event = { type: 'councils.matters-merged', subject: job.intoId, via: 'system' as const, data };
    await commit(ctx, deps.repo.merges.endWrites(job), event, {});
    return;
  }
};
