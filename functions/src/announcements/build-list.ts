import { meansSilent, needsOf } from '@gongzhi/shared/announcements/rules';
import { buildingsAsked } from '@gongzhi/shared/announcements/census';
import { placeKey, type Audience } from '@gongzhi/shared/kernel/audience';
import type { Door } from '@gongzhi/shared/kernel/door-key';
import type { Outcome } from '@gongzhi/shared/kernel/outcomes';
import type { MemberAt } from '../kernel/audience';
import { sentAs, type OutcomesOf, type Sent } from '../kernel/deliveries';
import type { RollHousehold } from '../kernel/households';
import type { Roll } from '../kernel/roll';
import type { Deps, Repo } from './repo';
import type { HeadItem } from './repo-heads';
import type { ListJob } from './repo-list-jobs';
import { rowOf, type RowItem } from './repo-rows';
import { tellAgain } from './tell-again';

/** What a call list is made of. */
export interface Building {
  repo: Repo;
  outcomesOf: OutcomesOf;
  membersOf: Deps['membersOf'];
  roll: Roll;
  clock?: () => Date;
}
interface At {
  head: HeadItem;
  sent: Sent;
  now: Date;
}
type Step = (
  job: ListJob,
  building: Building,
  at: At,
) => Promise<{ phase: ListJob['phase']; from?: string | undefined }>;
type Placed = MemberAt & Required<Pick<MemberAt, 'home'>>;
/** Somebody with a home here who was told; `chunk`: where it will stand when the message arrives after all. */
interface Reading {
  member: Placed;
  heard: boolean;
  chunk?: string;
}
/** What WeChat may still say was delivered, or has said since the list was begun. */
const MAY_ARRIVE: readonly Outcome[] = ['unclear', 'uncertain', 'delivered'];
const AT_ONCE = 25;

const inTurn = async <T>(items: readonly T[], act: (item: T) => Promise<unknown>) => {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(act));
};

/** A page of those who were told; `heard`: reached over WeChat, or opened it. Whoever has no home here is in nobody's list. */
const readPage = async ({ communityId, from }: ListJob, { outcomesOf, membersOf }: Building, sent: Sent) => {
  const { people, next } = await outcomesOf(sent, from);
  const memberOf = await membersOf(
    communityId,
    people.map(({ id }) => id),
  );
  const placed = people.flatMap(({ id, outcome, opened, chunk }): Reading[] => {
    const member = memberOf(id);
    if (!member?.home) return [];
    const heard = opened || outcome === 'delivered';
    return [{ member: member as Placed, heard, ...(MAY_ARRIVE.includes(outcome) ? { chunk } : {}) }];
  });
  return { placed, next };
};

/** First everybody who was reached: their household gets no row, whoever else of it was not. */
const markReached: Step = async (job, building, { now, sent }) => {
  const { placed, next } = await readPage(job, building, sent);
  const rows = placed.filter(({ heard }) => heard).map(({ member }) => rowOf(member.home));
  await inTurn([...new Set(rows)], (row) => building.repo.rows.reach(job, row, now));
  return next ? { phase: 'reached', from: next } : { phase: 'rows' };
};

const unreachedOf = async (job: ListJob, building: Building, sent: Sent) => {
  const { placed, next } = await readPage(job, building, sent);
  const homes = new Map<string, Reading[]>();
  for (const one of placed) {
    const row = rowOf(one.member.home);
    homes.set(row, [...(homes.get(row) ?? []), one]);
  }
  const reached = await building.repo.rows.reached(job, [...homes.keys()]);
  return { homes: [...homes].filter(([row]) => !reached(row)), next };
};

const joinedOf = (few: readonly string[] | undefined, more: readonly string[]): string[] =>
  [...new Set([...(few ?? []), ...more])].sort();
/** A row as it shall be: what stood there, and what these members add. */
const rowWith = (
  home: Door,
  { before, told }: { before: RowItem | undefined; told: readonly Reading[] },
  household: RollHousehold | undefined,
) => {
  const members = told.map(({ member }) => member);
  const late = Object.fromEntries(told.flatMap(({ member, chunk }) => (chunk ? [[member.sk, chunk]] : [])));
  const { building, unit, room } = home;
  const bands = joinedOf(
    before?.bands,
    members.flatMap(({ ageBand }) => ageBand ?? []),
  );
  const people = joinedOf(
    before?.people,
    members.map(({ sk }) => sk),
  );
  const { adults = [], joined = people.length } = household ?? {};
  const needs = needsOf({ adults: adults.length, joined, bands });
  return { building, unit, room, bands, people, needs, late: { ...before?.late, ...late } };
};

/** Then everybody who was not, by household. */
const putRows: Step = async (job, building, { now, sent }) => {
  const { repo, roll } = building;
  const { homes, next } = await unreachedOf(job, building, sent);
  const [before, householdOf] = await Promise.all([
    repo.rows.some(
      job,
      homes.map(([row]) => row),
    ),
    roll.at(
      job.communityId,
      homes.flatMap(([, [first]]) => first?.member.home ?? []),
    ),
  ]);
  await inTurn(homes, ([row, told]) => {
    const home = told[0]?.member.home;
    return home
      ? repo.rows.put(job, rowWith(home, { before: before(row), told }, householdOf(home)), now)
      : Promise.resolve();
  });
  return next ? { phase: 'rows', from: next } : { phase: 'silent' };
};

const isMeant = ({ places }: Audience, home: RollHousehold): boolean =>
  !places || places.some((place) => [placeKey({ building: home.building }), placeKey(home)].includes(placeKey(place)));

/** The buildings of a page whose doors are gone through: those the audience asks for. */
const wanted = (audience: Audience, keys: readonly string[]) => {
  const asked = buildingsAsked(audience);
  return asked ? keys.filter((key) => asked.includes(key)) : keys;
};

const putSilent = async (job: ListJob, homes: readonly RollHousehold[], { repo, now }: { repo: Repo; now: Date }) => {
  const reached = await repo.rows.reached(job, homes.map(rowOf));
  const none = { people: [], bands: [] };
  await inTurn(
    homes.filter((home) => !reached(rowOf(home))),
    ({ building, unit, room, adults }) => {
      const needs = needsOf({ adults: adults.length, joined: 0, bands: [] });
      return repo.rows.put(job, { building, unit, room, ...none, needs }, now);
    },
  );
};

/** At last the households of the audience's places of which nobody is in the app, ten buildings at a time. */
const addSilent: Step = async (job, { repo, roll }, { head: { audience }, now }) => {
  if (!meansSilent(audience)) return { phase: 'done' };
  const { keys, next } = await roll.buildings(job.communityId, job.from);
  for (const key of wanted(audience, keys)) {
    const homes = await roll.doors(job.communityId, key);
    const silent = homes.filter((home) => home.joined === 0 && isMeant(audience, home));
    await putSilent(job, silent, { repo, now });
  }
  return next ? { phase: 'silent', from: next } : { phase: 'done' };
};

const STEPS = { reached: markReached, rows: putRows, silent: addSilent };

const isAt = (job: ListJob, standing: ListJob | undefined): standing is ListJob =>
  standing !== undefined && standing.phase !== 'done' && standing.pages === job.pages;
const step = async (job: ListJob, building: Building, at: At) => {
  if (job.phase === 'clear' || job.phase === 'again') return tellAgain(job, { ...at, repo: building.repo });
  if (at.head.state !== 'published' || job.phase === 'done') return { phase: 'done' as const };
  const to = await STEPS[job.phase](job, building, at);
  const { rows } = building.repo;
  if (to.phase === 'done') await rows.open(job, { urgent: at.head.kind === 'urgent', rows: await rows.count(job) });
  return to;
};

/**
 * Takes the making of a call list one step further. Killed anywhere it takes the same step again and puts the same rows; the
 * list may be worked off only when it is whole. One that was withdrawn meanwhile gets none. One that changed is taken further
 * too (`tellAgain`).
 */
export const buildList = async (job: ListJob, building: Building): Promise<void> => {
  const { repo, clock } = building;
  const [standing, head] = await Promise.all([repo.listJobs.job(job), repo.heads.read(job)]);
  if (!isAt(job, standing) || !head) return;
  const at = { head, sent: sentAs({ ...job, at: head.at }), now: clock?.() ?? new Date() };
  await repo.listJobs.advance(standing, await step(standing, building, at));
};
