import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { maySupport } from '@gongzhi/shared/councils/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { Busy, commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';
import { headOf, type HeadItem } from './repo-heads';

/** Each attempt but the last starts from the count the one before it met. */
const ATTEMPTS = 12;

/**
 * One support a person, one count a support, and `agendaAt` once: by whoever reaches the threshold. `supports` in the
 * receipt is the count as it was seen, exact for the one who reached the threshold; the proposal's own is exact always.
 */
export const supportProposal: Handle<'supportProposal'> = async ({ communityId, proposalId }, ctx) => {
  const { repo, caller, now } = ctx;
  const at = now.toISOString();
  let item = await repo.proposals.head(communityId, proposalId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!item) return refuse('NOT_FOUND');
    const no = maySupport(headOf(communityId, item, now), caller.personId);
    if (no) return no;
    const supports = item.supports + 1;
    const seen = { supports, onAgenda: item.agendaAt !== undefined || supports >= item.threshold };
    const writes = [
      repo.proposals.supportWrite(communityId, proposalId, caller.personId, at),
      repo.proposals.countWrite(communityId, proposalId, item, at),
    ];
    const done = await commit(
      ctx,
      writes,
      { type: 'councils.proposal-supported', subject: proposalId, data: seen },
      { proposalId, ...seen, at },
    );
    if (!isLost(done)) return done;
    if (done.lost === 'SUPPORTED') return refuse('ALREADY_DONE');
    item = done.item as HeadItem | undefined;
    await pause(randomInt(1, 4 * 2 ** Math.min(attempt + 1, 6)));
  }
  throw new Busy('councils.proposal-supported');
};
