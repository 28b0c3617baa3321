/** Points are counted in sixtieths: an hour's points divide among its minutes without rounding, so a reversal takes back exactly what was given. */
export const PARTS = 60;

/** What may be counted: both are the community's own choice, and 0 gives nothing. */
export const MOST_PER_HOUR = 1_000;
/** The dearest thing on the list, in points. */
export const MOST_POINTS = 100_000;
export const MOST_STOCK = 10_000;
/** Versions of the rule looked through for the one that holds; a later version stands in place of earlier ones. */
export const RULES_READ = 20;

/** Where the giving of points is written, for the pages that show it. No law asks for points, and none sets their number. */
export const POINTS_SOURCE = {
  source: '社区积分办法（由社区制定，可修改）',
  sourceDate: '2026-11-27',
  verified: true,
} as const;

/**
 * Hours at which a volunteer is told how far they have come. `stars`: the star volunteer grades of 志愿服务记录办法
 * (民政部 2012): 100, 300, 600, 1,000 and 1,500 hours; the grade itself is given by the registering body and not here.
 */
export const MILESTONES = [
  { hours: 10 },
  { hours: 50 },
  { hours: 100, stars: 1 },
  { hours: 300, stars: 2 },
  { hours: 600, stars: 3 },
  { hours: 1_000, stars: 4 },
  { hours: 1_500, stars: 5 },
] as const satisfies readonly { hours: number; stars?: 1 | 2 | 3 | 4 | 5 }[];
export const STARS_SOURCE = {
  source: '中国注册志愿者星级认定（100、300、600、1000、1500 小时）',
  sourceDate: '2012-10-23',
  verified: false,
} as const;

/** Members of one team, and teams of one person: a person's hours are counted for each team in one transaction. */
export const MOST_MEMBERS = 200;
export const MOST_TEAMS = 5;
/** A team's hours are shown from this many members on, so that nobody's own hours can be read off. */
export const SHOWN_FROM = 5;
