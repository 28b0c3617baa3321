/**
 * How long a report-in counts: through the end of the month so many months after it became valid. No law sets a time;
 * places ask for a new confirmation each half-year or year. A community may set its own between the ends given here.
 */
export const VALIDITY = {
  months: 12,
  least: 1,
  most: 36,
  source: '本平台的默认值，参照各地在职党员到社区报到的通行做法；没有全国统一规定，社区可修改',
  sourceDate: '2026-11-27',
  verified: false,
} as const;

/** Days before its end from which a report-in may be renewed and is shown as ending soon. Ours. */
export const RENEW_DAYS = 60;

export const MOST_SKILLS = 5;
