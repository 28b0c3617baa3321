import { createHmac } from 'node:crypto';

/** What is kept of something that must be known again and never read back. */
export interface Seals {
  /** Of a ticket, on the invitation it answered. */
  answered(ticket: string): string;
  /** Of the same ticket, as the name of its follow-up: nothing leads from one to the other but the ticket. */
  followUp(ticket: string): string;
  /** Of a phone in one round; another round's is another. */
  device(roundId: string, device: string): string;
  /** Of a worker who enters answers in one round. */
  helper(roundId: string, personId: string): string;
  /** Of a worker who types codes: whose wrong ones are counted. */
  tries(personId: string): string;
}
/** Characters of hex that are kept: 128 bits. */
const KEPT = 32;

export const createSeals = (secret: string): Seals => {
  const seal = (kind: string, ...parts: string[]) =>
    createHmac('sha256', secret)
      .update(['satisfaction', kind, ...parts].join('\n'))
      .digest('hex')
      .slice(0, KEPT);
  return {
    answered: (ticket) => seal('answered', ticket),
    followUp: (ticket) => seal('follow-up', ticket),
    device: (roundId, device) => seal('device', roundId, device),
    helper: (roundId, personId) => seal('helper', roundId, personId),
    tries: (personId) => seal('tries', personId),
  };
};
