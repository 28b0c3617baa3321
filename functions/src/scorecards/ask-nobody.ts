import type { Satisfaction } from './repo';

/** A deployment in which residents are not asked: no round was ever held, so its indicators are withheld as not asked. */
export const askNobody: Satisfaction = {
  results: async () => [],
  followUps: async () => ({ due: 0, onTime: 0 }),
};
