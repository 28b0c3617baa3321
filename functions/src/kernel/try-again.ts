import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Busy } from './commit';

/** What an attempt says when what it decided on moved under it: it is read afresh and decided again. */
export const MOVED = Symbol('moved');
const ATTEMPTS = 14;

/** Decides and writes again while others move the same thing at the same time. @throws Busy */
export const tryAgain = async <A>(what: string, attempt: () => Promise<A | typeof MOVED>): Promise<A> => {
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const answer = await attempt();
    if (answer !== MOVED) return answer;
    await pause(randomInt(1, 4 * 2 ** Math.min(n + 1, 6)));
  }
  throw new Busy(what);
};
