import type { Procedure } from './definition';
import type { WayFacts } from './gates';

/** How often a matter may be put to the vote in all: the ids of earlier votes stand on its head. */
export const MOST_ROUNDS = 9;

/**
 * Whether a matter whose vote was counted may go its way anew, with notice, publicity and a vote of its own: too few took
 * part, so that nothing was decided (民法典 art. 278 knows no decision without the quorum), or it was a poll, which decides
 * nothing. What was rejected was decided; what passed is carried out. The way must have heard of the result: until then
 * an event of the old round could still be taken for one of the new.
 */
export const mayBeginAnew = (
  { force }: Pick<Procedure, 'force'>,
  { ended, evidence }: Pick<WayFacts, 'ended' | 'evidence'>,
  { settledAt, pastVotes = [] }: { settledAt?: string | undefined; pastVotes?: readonly string[] | undefined },
): boolean => {
  const undecided = ended === 'noQuorum' || (force === 'advisory' && evidence['vote'] !== undefined);
  return settledAt !== undefined && undecided && pastVotes.length + 1 < MOST_ROUNDS;
};
