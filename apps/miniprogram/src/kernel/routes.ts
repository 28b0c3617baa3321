import { PARTY_PAGES } from './party-pages';

/** The tabs, in order, in the main package. The first shows 工作台 instead of 首页 while somebody acts in a role of the community's. */
export const TABS = { home: '首页', councils: '议事', service: '服务', me: '我的' } as const;
export type Tab = keyof typeof TABS;

/**
 * Every page beyond the tabs, one subpackage a slice: `slice: { page: [parameters] }`, the page lying in `src/<slice>/<page>/index.tsx`.
 * A parameter ending in `?` may be left out.
 */
export const PAGES = {
  ...PARTY_PAGES,
  identity: { 'sign-in': [], consents: [] },
  directory: {
    join: ['communityId?', 'code?', 'way?'],
    roll: ['communityId'],
    invites: ['communityId'],
    requests: ['communityId'],
    members: ['communityId'],
    owners: ['communityId'],
    'owners-import': ['communityId'],
    communities: ['streetId'],
  },
  councils: {
    proposal: ['communityId', 'proposalId'],
    write: ['communityId'],
    mine: ['communityId'],
    discussion: ['communityId', 'proposalId'],
    reviews: ['communityId'],
    regroup: ['communityId', 'proposalId'],
  },
  procedures: {
    way: ['communityId', 'proposalId'],
    affairs: ['communityId', 'proposalId?'],
    rules: ['communityId'],
  },
  votes: {
    vote: ['communityId', 'voteId'],
    'open-vote': ['communityId', 'proposalId'],
    entries: ['communityId', 'voteId'],
    unit: ['communityId', 'voteId', 'unitId', 'label?'],
    assist: ['communityId', 'voteId', 'unitId', 'label?'],
    confirm: ['communityId', 'voteId', 'unitId?'],
    codes: ['communityId', 'voteId'],
    rules: ['communityId'],
    receipt: ['communityId?', 'voteId?', 'code?'],
  },
  opinions: {
    say: ['communityId', 'proposalId'],
    picture: ['communityId', 'proposalId'],
    reviews: ['communityId'],
  },
  resolutions: {
    chain: ['communityId', 'proposalId'],
    task: ['communityId', 'proposalId', 'taskId'],
    'add-task': ['communityId', 'proposalId'],
    worklist: ['communityId', 'all?'],
    list: ['communityId'],
    'follow-up': ['communityId'],
  },
  meetings: {
    list: ['communityId'],
    call: ['communityId', 'meetingId?'],
    live: ['communityId', 'meetingId'],
    board: ['communityId', 'meetingId'],
    minutes: ['communityId', 'meetingId'],
  },
  exchange: {
    points: ['communityId'],
    list: ['communityId'],
    offer: ['communityId', 'offerId?'],
    orders: ['communityId'],
    rule: ['communityId'],
    thanks: ['communityId'],
    thank: ['communityId', 'activityId'],
    reviews: ['communityId'],
    skills: ['communityId'],
    skilled: ['communityId', 'skill'],
    teams: ['communityId'],
    team: ['communityId', 'teamId'],
    year: ['communityId'],
  },
  hours: {
    mine: ['communityId'],
    cases: ['communityId', 'all?'],
    case: ['communityId', 'caseId'],
    honorary: ['communityId', 'activityId', 'shiftId', 'volunteerId', 'name?'],
    rule: ['communityId'],
    certificates: ['communityId'],
    verify: ['communityId', 'number?'],
    publicity: ['communityId'],
    batches: ['communityId'],
    batch: ['communityId', 'batchId'],
    issue: ['communityId'],
    records: ['communityId'],
    past: ['communityId'],
    statistics: ['communityId'],
  },
  volunteering: {
    find: ['communityId?'],
    activity: ['communityId', 'activityId', 'shiftId?'],
    'my-day': ['communityId'],
    board: ['communityId', 'activityId', 'shiftId'],
    write: ['communityId', 'activityId?', 'requestId?', 'projectId?'],
    shifts: ['communityId', 'activityId'],
    organised: ['communityId'],
    approve: ['communityId'],
    'ask-help': ['communityId'],
  },
  satisfaction: {
    mine: ['communityId'],
    answer: ['communityId', 'roundId', 'subject'],
    results: ['communityId'],
    result: ['communityId', 'roundId'],
    'follow-ups': ['communityId'],
    'follow-up': ['communityId', 'followUpId'],
    rounds: ['communityId'],
    start: ['communityId'],
    letters: ['communityId', 'roundId', 'invited'],
    paper: ['communityId?', 'code?'],
    assist: ['communityId'],
    'call-back': ['communityId?'],
    publish: ['communityId', 'roundId'],
  },
  scorecards: {
    cards: ['communityId', 'service?'],
    card: ['communityId', 'quarter', 'service?'],
    street: ['streetId'],
    scheme: ['streetId', 'service?'],
    duties: ['streetId'],
  },
  announcements: {
    list: ['communityId'],
    write: ['communityId', 'announcementId?'],
    preview: ['communityId', 'announcementId'],
    manage: ['communityId', 'announcementId'],
    progress: ['communityId', 'announcementId'],
    correct: ['communityId', 'announcementId'],
    announcement: ['communityId', 'announcementId'],
    waiting: ['communityId'],
    'call-lists': ['communityId'],
    'call-list': ['communityId', 'announcementId'],
    board: ['communityId'],
  },
  notices: { inbox: [], preferences: [] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

type Pages = typeof PAGES;
type Required<N extends string> = N extends `${string}?` ? never : N;
type Optional<N extends string> = N extends `${infer O}?` ? O : never;
type Named<N> = N extends readonly string[]
  ? { [K in Required<N[number]>]: string } & { [K in Optional<N[number]>]?: string }
  : never;
/** The parameters a page is opened with. */
export type Params<S extends keyof Pages, P extends keyof Pages[S]> = Named<Pages[S][P]>;

export const tabPath = (tab: Tab): string => `/tabs/${tab}/index`;

export const isTab = (path: string): boolean =>
  Object.keys(TABS).some((tab) => path.split('?')[0] === tabPath(tab as Tab));

const query = (params: Readonly<Record<string, string | undefined>>): string => {
  const pairs = Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return pairs.length === 0 ? '' : `?${pairs.map(([k, v]) => `${k}=${encodeURIComponent(v)}`).join('&')}`;
};

/** The address of a page: `pagePath('votes', 'vote', { communityId, voteId })`. */
export const pagePath = <S extends keyof Pages, P extends keyof Pages[S] & string>(
  slice: S,
  page: P,
  params: Params<S, P>,
): string => `/${slice}/${page}/index${query(params as Record<string, string | undefined>)}`;

/** Subpackages as app.config.ts wants them. */
export const subpackages = (): { root: string; pages: string[] }[] =>
  Object.entries(PAGES).map(([root, pages]) => ({ root, pages: Object.keys(pages).map((page) => `${page}/index`) }));

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** A page's own parameters out of what the platform gives it, which adds marks of its own (`$taroTimestamp`, `scene`) and decodes nothing on WeChat. */
export const paramsOf = <S extends keyof Pages, P extends keyof Pages[S] & string>(
  slice: S,
  page: P,
  given: Readonly<Record<string, string | undefined>>,
): Params<S, P> => {
  const names = (PAGES[slice][page] as readonly string[]).map((name) => name.replace('?', ''));
  return Object.fromEntries(
    names.flatMap((name) => (given[name] === undefined ? [] : [[name, decoded(given[name] ?? '')]])),
  ) as Params<S, P>;
};
