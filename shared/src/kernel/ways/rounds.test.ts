import { MOST_ROUNDS, mayBeginAnew } from './rounds';

const at = '2026-12-01T02:00:00.000Z';
const vote = { vote: { eventId: 'e', at, facts: {} } };
const law = { force: 'statutory' } as const;
const poll = { force: 'advisory' } as const;
const votes = (count: number) => Array.from({ length: count }, (_, i) => `v${i}`);

test.each([
  ['too few took part', law, { ended: 'noQuorum', evidence: {} }, { settledAt: at }, true],
  ['a poll was counted', poll, { evidence: vote }, { settledAt: at }, true],
  ['a poll was counted and its way has not heard of it', poll, { evidence: {} }, { settledAt: at }, false],
  ['nothing was counted yet', law, { ended: 'noQuorum', evidence: {} }, {}, false],
  ['it was rejected', law, { ended: 'rejected', evidence: {} }, { settledAt: at }, false],
  ['it passed', law, { evidence: vote }, { settledAt: at }, false],
  ['the council’s vote passed', { force: 'council' } as const, { evidence: vote }, { settledAt: at }, false],
  [
    'the last round',
    law,
    { ended: 'noQuorum', evidence: {} },
    { settledAt: at, pastVotes: votes(MOST_ROUNDS - 2) },
    true,
  ],
  [
    'one too many',
    law,
    { ended: 'noQuorum', evidence: {} },
    { settledAt: at, pastVotes: votes(MOST_ROUNDS - 1) },
    false,
  ],
])('%s', (_, procedure, facts, matter, anew) => {
  expect(mayBeginAnew(procedure, facts, matter)).toBe(anew);
});
