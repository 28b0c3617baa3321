import { buildingsAsked, estimateOf } from '@gongzhi/shared/announcements/census';
import type { Estimate } from '@gongzhi/shared/announcements/model';
import { ANNOUNCING } from '@gongzhi/shared/announcements/rule-sets';
import type { Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { reachKinds } from './reach-kinds';
import type { Deps, Handle } from './repo';

/** A list is read as it is now: it has two hundred people at most. */
const ofList = async (
  communityId: string,
  { people, kind }: { people: readonly string[]; kind: Kind },
  { membersOf, reachable, now }: Pick<Deps, 'membersOf' | 'reachable'> & { now: Date },
): Promise<Estimate> => {
  const memberOf = await membersOf(communityId, people);
  const here = [...new Set(people)].filter((id) => (memberOf(id)?.roles ?? []).length > 0);
  const choicesOf = await reachable(here);
  const wechat = here.filter((id) => reachKinds(choicesOf(id)).includes(kind)).length;
  return { people: here.length, wechat, appOnly: here.length - wechat, asOf: now.toISOString() };
};

export const estimateAudience: Handle<'estimateAudience'> = async ({ communityId, announcementId }, ctx) => {
  const { repo, matters, now } = ctx;
  const head = await repo.heads.read({ communityId, announcementId });
  if (!head) return refuse('NOT_FOUND');
  const { audience, kind } = head;
  if (audience.people) return ofList(communityId, { people: audience.people, kind }, ctx);
  if (audience.followers) {
    const matter = await matters.read(communityId, audience.followers);
    return { people: matter?.supports ?? 0, asOf: now.toISOString() };
  }
  const census = await repo.census.current(communityId);
  if (!census || isOld(census.run, now)) return refuse('NOT_COUNTED');
  const counted = await repo.census.counted(census, buildingsAsked(audience));
  return { ...estimateOf(counted, { audience, kind }), asOf: census.run };
};

/** A census that is about to be cleared away is not counted from. */
const MOST_HOURS = 36;
const isOld = (run: string, now: Date): boolean => now.getTime() - Date.parse(run) > MOST_HOURS * 3_600_000;

export const openCensus: Handle<'openCensus'> = async ({ communityId }, { repo, now }) => {
  const [census, begun] = await Promise.all([
    repo.census.current(communityId),
    repo.census.begin(communityId, now, ANNOUNCING.censusMinutes.value),
  ]);
  return { begun, ...(census ? { asOf: census.run } : {}) };
};
