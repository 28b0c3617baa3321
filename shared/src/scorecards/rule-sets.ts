/** What a scheme must keep, with where it comes from. Shares are compared by cross-multiplication. */
export const SCHEME_RULE = {
  /** All weights together, exactly: the unit of a weight is a thousandth. */
  sum: 1_000,
  /** What residents say of the community weighs at least this share. */
  satisfactionLeast: { num: 1, den: 2, strict: false },
  /** What is only kept in books weighs at most this share. */
  ledgerMost: { num: 1, den: 10 },
  source: '本系统自定：考核以居民满意为主、少看台账；社区只考核自己清单里的事（《整治形式主义为基层减负若干规定》）',
  sourceDate: '2024-08-06',
} as const;

/** Indicators of one scheme, and items of one duty list: what one item of the table holds. */
export const MOST_INDICATORS = 12;
export const MOST_DUTIES = 80;

/**
 * A card is made of a quarter this many days after its end: a round begun on the last day is open for at most 30 days
 * (satisfaction/rule-sets), and its result is there the day after.
 */
export const CARD = {
  daysAfter: 31,
  source: '本系统自定：等这个季度的满意度调查全部截止',
  sourceDate: '2026-11-27',
} as const;
