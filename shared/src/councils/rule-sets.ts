/** What a community may set for itself; these are the defaults when it has set nothing. */
export const COUNCIL_DEFAULTS = {
  /** People, the author included, whose support brings a proposal on the agenda. */
  supportThreshold: 5,
  /** A vote lasts at least this long, minutes, and at most this long, days. */
  shortestVoteMinutes: 1,
  longestVoteDays: 30,
  /** Texts one person may submit in a day (China time): more is a flood, not a neighbour. */
  proposalsPerDay: 5,
  textsPerDay: 60,
  ruleId: 'council-household-2026-1',
  source: '社区议事规则（可由社区修改）',
  sourceDate: '2026-11-23',
} as const;
