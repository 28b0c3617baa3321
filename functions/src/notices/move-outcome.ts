import { letterOf, withOutcomes, type Outcome } from '@gongzhi/shared/kernel/outcomes';
import { Busy, type Write } from '../kernel/commit';
import { writeTogether } from '../kernel/write-together';
import type { Pages } from '../kernel/pages';
import type { Claim } from './model';
import type { Chunk, Sends } from './repo-sends';

interface Moving {
  pages: Pages;
  sends: Pick<Sends, 'chunk' | 'moveWrites'>;
}
/** One person's outcome, from one to another; `also` is written with it. */
export interface Move {
  of: Pick<Claim, 'sendId' | 'chunk'>;
  personId: string;
  from: Outcome;
  to: Outcome;
  also?: readonly Write[];
}
const ATTEMPTS = 6;
/** Where the person stands in the chunk with the outcome that is to change; -1 when nowhere. */
const placeIn = (chunk: Chunk | undefined, { personId, from }: Move): number => {
  const place = chunk?.people.indexOf(personId) ?? -1;
  return chunk?.out[place] === letterOf(from) ? place : -1;
};

/**
 * Changes what became of one message, in its chunk and, once that was counted, in the job's figures, in one transaction: the
 * figures stay exact whoever counts at the same time. Nothing when the outcome is no longer `from`. `also` that cannot be is
 * left out: a place is not given back to what was turned off. @throws Busy
 */
export const moveOutcome = async ({ pages, sends }: Moving, move: Move): Promise<boolean> => {
  const { of, to: outcome } = move;
  let also = move.also ?? [];
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const chunk = await sends.chunk(of.sendId, of.chunk);
    const place = placeIn(chunk, move);
    if (!chunk || place < 0) return false;
    const to = withOutcomes(chunk.out, new Map([[place, outcome]]));
    const lost = await writeTogether(pages.client, 'outcome', [...sends.moveWrites(chunk, to, of.sendId), ...also]);
    if (!lost) return true;
    if (lost.lost === 'CLOSED') also = [];
  }
  throw new Busy('outcome');
};
