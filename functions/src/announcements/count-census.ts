import { countMembers, mergePages, unitOf, type Counted, type Looked } from '@gongzhi/shared/announcements/census';
import { atHour } from '@gongzhi/shared/kernel/quiet-hours';
import { dayAfter, dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { MemberAt } from '../kernel/audience';
import type { ReachableOf } from '../kernel/reachable';
import type { Roll } from '../kernel/roll';
import { reachKinds } from './reach-kinds';
import type { Repo } from './repo';
import type { CensusJob } from './repo-census';

/** What a census is counted from. */
export interface Counting {
  repo: Repo;
  /** A hundred members in the order of their ids. */
  members: (
    communityId: string,
    from: string | undefined,
  ) => Promise<{ members: MemberAt[]; next: string | undefined }>;
  skillsOf: (communityId: string, members: readonly MemberAt[]) => Promise<(member: MemberAt) => string[]>;
  reachable: ReachableOf;
  roll: Roll;
  clock?: () => Date;
}
/** Buildings written at the same time. */
const AT_ONCE = 25;
/** Hour of China's night at which the clock counts anew. */
const NIGHT = 3;
export const nextNight = (now: Date): Date => atHour(dayAfter(dayInChina(now), 1), NIGHT);

type Step = (job: CensusJob, counting: Counting) => Promise<{ phase: CensusJob['phase']; from?: string | undefined }>;

const countPage: Step = async (job, { repo, members, skillsOf, reachable }) => {
  const page = await members(job.communityId, job.from);
  const here = page.members.filter(({ roles = [] }) => roles.length > 0);
  const [interestsOf, choicesOf] = await Promise.all([
    skillsOf(job.communityId, here),
    reachable(here.map(({ sk }) => sk)),
  ]);
  const looked = here.map((one): Looked => ({
    ...one,
    interests: interestsOf(one),
    wechat: reachKinds(choicesOf(one.sk)),
  }));
  await repo.census.putPage(job, countMembers(looked));
  return page.next ? { phase: 'members', from: page.next } : { phase: 'merge' };
};

const mergeBuildings: Step = async (job, { repo }) => {
  const buildings = Object.entries(mergePages(await repo.census.pagesOf(job)));
  for (let from = 0; from < buildings.length; from += AT_ONCE)
    await Promise.all(
      buildings.slice(from, from + AT_ONCE).map(([key, profiles]) => repo.census.putBuilding(job, key, profiles)),
    );
  return { phase: 'roll' };
};

const unitsOf = async (roll: Roll, communityId: string, building: string): Promise<Counted['units']> => {
  const units: Counted['units'] = {};
  for (const home of await roll.doors(communityId, building)) {
    const counted = (units[unitOf(home)] ??= [0, 0]);
    counted[0] += 1;
    if (home.joined === 0) counted[1] += 1;
  }
  return units;
};

const countRoll: Step = async (job, { repo, roll, clock }) => {
  const { keys, next } = await roll.buildings(job.communityId, job.from);
  await Promise.all(keys.map(async (key) => repo.census.setUnits(job, key, await unitsOf(roll, job.communityId, key))));
  if (next) return { phase: 'roll', from: next };
  await repo.census.hold(job, nextNight(clock?.() ?? new Date()));
  return { phase: 'done' };
};

const STEPS: Readonly<Record<Exclude<CensusJob['phase'], 'done'>, Step>> = {
  members: countPage,
  merge: mergeBuildings,
  roll: countRoll,
};

/**
 * Takes a census one step further: a page of a hundred members, the buildings they live in, or ten buildings of the roll. Killed
 * anywhere it takes the same step again and writes the same; a record that comes again after the job moved on does nothing.
 */
export const countCensus = async (job: CensusJob, counting: Counting): Promise<void> => {
  const standing = await counting.repo.census.job(job.communityId);
  if (!standing || standing.phase === 'done' || standing.run !== job.run || standing.pages !== job.pages) return;
  const to = await STEPS[standing.phase](standing, counting);
  await counting.repo.census.advance(standing, to, counting.clock?.() ?? new Date());
};
