import { createHmac } from 'node:crypto';
import type { ServiceDeps } from './ports';

/** Keys of passes, made out of a secret: one for each person and shift, so that one that gets out opens nothing else. */
export const createPassKey =
  (secret: string): ServiceDeps['passKey'] =>
  ({ communityId, shiftId, personId }) =>
    createHmac('sha256', secret).update(`pass|${communityId}|${shiftId}|${personId}`).digest('hex');
