import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Busy, isLost, type Lost } from '../kernel/commit';

const ATTEMPTS = 8;

/**
 * Reads, decides and writes; when a condition was lost in between, does it again from fresh reads, so that the loser of a
 * race hears the rule that stopped it. Nothing was written by a lost attempt.
 * @throws Busy after the last.
 */
export const decideAgain = async <A>(attempt: () => Promise<A | Lost>): Promise<A> => {
  for (let i = 0; i < ATTEMPTS; i += 1) {
    const answer = await attempt();
    if (!isLost(answer)) return answer;
    await pause(randomInt(1, 4 * 2 ** i));
  }
  throw new Busy('directory');
};
