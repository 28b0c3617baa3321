import type { Sample } from './drive-load';
import type { Votes } from './measure-votes';
import type { Row, Section } from './print-table';

const rate = (n: number) => `${Math.round(n).toLocaleString('en')}/s`;
const times = ({ p50, p99 }: Sample) => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
const middle = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const said = (sample: Sample) => `${rate(sample.perSecond)}  ${times(sample)}`;

const sixteenRow = ({ sixteen, raw, ratios }: Votes): Row => {
  const ratio = middle(ratios);
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  return {
    what: 'votes, 16 connections',
    measured: said(sixteen),
    against: `≥ half of ${rate(raw.perSecond)}`,
    ratio: `${ratio.toFixed(2)} (${spread})`,
    ok: ratio >= 0.5,
  };
};

/** Budgets of the engine in memory (architecture §7); on disk the ratio alone is held. */
const paceRows = ({ sixteen }: Votes): Row[] => [
  {
    what: 'votes a second',
    measured: rate(sixteen.perSecond),
    against: '≥ 1,000/s',
    ratio: (sixteen.perSecond / 1_000).toFixed(2),
    ok: sixteen.perSecond >= 1_000,
  },
  {
    what: 'slowest hundredth',
    measured: `${sixteen.p99.toFixed(1)} ms`,
    against: '≤ 50 ms',
    ratio: (sixteen.p99 / 50).toFixed(2),
    ok: sixteen.p99 <= 50,
  },
];

/** Steadier than the clock on a computer that is busy with other things. */
const processorRow = ({ sixteen, raw }: Votes): Row => ({
  what: 'processor time of a vote, beside a put',
  measured: `${Math.round(sixteen.cpuUs)} µs`,
  against: `${Math.round(raw.cpuUs)} µs`,
  ratio: (raw.cpuUs / sixteen.cpuUs).toFixed(2),
  ok: undefined,
});

/** What was measured of votes on one engine; `alone`: one process did all the work, so that its processor time is the vote's. */
export const rowVotes = (
  title: string,
  votes: Votes,
  { inMemory, alone }: { inMemory: boolean; alone: boolean },
): Section => {
  const errors = votes.one.errors + votes.sixteen.errors;
  return {
    title,
    rows: [
      {
        what: 'engine alone, 16 conditional puts in flight',
        measured: said(votes.raw),
        against: '',
        ratio: '',
        ok: undefined,
      },
      { what: 'votes, 1 connection', measured: said(votes.one), against: '', ratio: '', ok: undefined },
      sixteenRow(votes),
      ...(alone ? [processorRow(votes)] : []),
      ...(inMemory ? paceRows(votes) : []),
      {
        what: 'errors',
        measured: `${errors} of ${votes.one.count + votes.sixteen.count}`,
        against: '0',
        ratio: '',
        ok: errors === 0,
      },
    ],
  };
};
