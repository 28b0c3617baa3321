/** Numbers of this slice, each with its source. All are our own rules (issue 7) until a community says otherwise. */
export const ANNOUNCING = {
  /** A whole community's announcement needs a second person: our own rule (issue 7). */
  secondPerson: { value: 'whole', source: '本平台规则（议题 7）：发给全社区的通知要第二个人同意' },
  /** Days ahead one may be scheduled. */
  mostDaysAhead: { value: 60, source: '本平台规则' },
  /** Days a public announcement stands on the public board, unless what it tells of is later. */
  boardDays: { value: 30, source: '本平台规则' },
  /** Announcements printed on the board's sheet: what one page of A4 holds. */
  mostPrinted: { value: 8, source: '一张 A4 纸能放下的条数' },
  /** Minutes after which a census is counted anew when somebody composes. */
  censusMinutes: { value: 60, source: '议题 7：估计人数不逐人读取' },
  /** Minutes a row of the call list is kept for whoever took it. */
  claimMinutes: { value: 30, source: '议题 7：一户不打两遍' },
  /** Age band and adults on the roll by which somebody is thought to live alone; a guess, and said to be one. */
  livesAlone: {
    value: { band: '75+', adults: 1 },
    source: '按名册推测：名册上只有一位成年人，本人填了 75 岁以上；可能不准，以上门了解为准',
  },
} as const;
